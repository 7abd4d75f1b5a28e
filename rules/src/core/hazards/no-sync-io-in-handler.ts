import { HANDLER_CONTEXTS } from '../model.js';
import { CONTEXTS_OPTION } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { BlockingCall, Route } from './pass.js';

/**
 * A synchronous wait inside a handler stops every other client of the process until it is over.
 * Reported on the call itself, however many functions below the handler it stands: that is the
 * token that has to change.
 */
export const noSyncIoInHandler = hazard({
  id: 'no-sync-io-in-handler',
  summary: 'Handlers do not wait synchronously for the disk, a process, the network or heavy native work.',
  level: 'recommended',
  since: '0.1.0',
  fixes: ['review'],
  messages: {
    blocks: '{{api}} blocks the event loop each time {{event}} {{fires}}.',
    blocksWhen: '{{within}} may block: {{api}} runs when {{param}} is {{value}}.',
    blocksOnce: '{{api}} may block the event loop the first time {{event}} {{fires}}.',
    mayBlock: '{{api}} may block the event loop when {{event}} {{fires}}.',
  },
  leads: {
    certain: [
      '{{subject}} leads to {{api}}, which blocks the event loop each time {{event}} {{fires}}.',
      '{{subject}} leads to {{api}}, which blocks the event loop.',
    ],
    possible: [
      '{{subject}} may lead to {{api}}, which blocks the event loop when {{event}} {{fires}}.',
      '{{subject}} may lead to {{api}}, which blocks the event loop.',
    ],
  },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      contexts: CONTEXTS_OPTION,
      blocking: {
        description: 'Access paths of more calls that block, such as `acme-sdk.readAll` or `./src/legacy.ts.load`.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
      },
      offloaders: {
        description: 'Access paths of calls that run their callbacks on another thread, such as `acme-pool.run`.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
      },
    },
  },
  defaultOptions: { contexts: [...HANDLER_CONTEXTS], blocking: [], offloaders: [] },
  *find(pass) {
    for (const call of pass.blockingCalls()) {
      const route = pass.route(call);
      if (route) yield { ...problem(call, route), fixes: input => pass.blockingFixes(call, input) };
    }
  },
});

function problem(call: BlockingCall, route: Route): Problem {
  return {
    ...wording(call, route),
    site: call,
    certainty: call.row.memoised || call.row.strict ? 'possible' : route.certainty,
    route,
    subject: `${call.within} ${call.api}`,
  };
}

function wording(call: BlockingCall, route: Route): Pick<Problem, 'messageId' | 'data'> {
  const data = { api: call.api, event: route.event, fires: route.kind };
  if (call.row.memoised || route.once) return { messageId: 'blocksOnce', data };
  if (route.certainty === 'certain') return { messageId: 'blocks', data };
  const { decidedBy } = route;
  if (!decidedBy) return { messageId: 'mayBlock', data };
  const param = decidedBy.property === undefined ? decidedBy.name : `${decidedBy.name}.${decidedBy.property}`;
  return { messageId: 'blocksWhen', data: { ...data, within: call.within, param, value: String(decidedBy.truthy) } };
}
