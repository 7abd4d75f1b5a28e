import { HANDLER_CONTEXTS } from '../model.js';

/** JSON schema of the option that every rule has. */
export const CONTEXTS_OPTION = {
  description: 'Contexts whose functions count as handlers.',
  type: 'array',
  uniqueItems: true,
  items: { enum: [...HANDLER_CONTEXTS] },
} as const;

/** Options of a rule that has no others. */
export const CONTEXTS_ONLY = {
  schema: { type: 'object', additionalProperties: false, properties: { contexts: CONTEXTS_OPTION } },
  defaultOptions: { contexts: [...HANDLER_CONTEXTS] },
} as const;
