/**
 * The settings that do not follow from a rule's metadata. Everything that says something of the code may
 * differ from folder to folder (`resource`); what the editor's process does may not.
 */

/** @type {Record<string, Record<string, any>>} */
export const generalSettings = {
  'loopguard.enable': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription: 'Look for event-loop hazards.',
  },
  'loopguard.scope': {
    type: 'string',
    enum: ['workspace', 'openFiles'],
    enumDescriptions: ['Findings of all files of the workspace.', 'Findings of the files that are open in an editor.'],
    default: 'workspace',
    scope: 'window',
    markdownDescription:
      'Where findings are shown. The whole workspace is analysed either way: the route to a call leads through other files.',
  },
  'loopguard.strict': {
    type: 'boolean',
    default: false,
    scope: 'resource',
    markdownDescription: 'Also show what *may* block: calls that run once, under a condition, or by a name alone.',
  },
  'loopguard.eslint': {
    type: 'string',
    enum: ['auto', 'off', 'always'],
    enumDescriptions: [
      "Where the workspace's ESLint configuration contains Loopguard, its severities and options hold, and what the ESLint extension shows already is not shown twice.",
      'The ESLint configuration is ignored.',
      'The ESLint configuration holds, and findings are shown even if the ESLint extension shows them too.',
    ],
    default: 'auto',
    scope: 'resource',
    markdownDescription:
      "What the workspace's ESLint configuration decides. It is code of the workspace, and asked in trusted workspaces only.",
  },
  'loopguard.codeLens.enabled': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription: 'Show above a handler what its event reaches.',
  },
  'loopguard.hints.enabled': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription:
      'Mark with a hint the call in a handler that leads to a finding elsewhere. Hints do not stand among the problems.',
  },
  'loopguard.server.maxMemory': {
    type: 'integer',
    default: 3072,
    minimum: 256,
    maximum: 65536,
    scope: 'machine-overridable',
    markdownDescription: 'Heap of the language server in MB. A change restarts the server.',
  },
  'loopguard.trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'compact', 'verbose'],
    enumDescriptions: ['Nothing more.', 'Names of messages.', 'Messages in short.', 'Messages in full.'],
    default: 'off',
    scope: 'window',
    markdownDescription:
      'What the output says of the messages between editor and server, while the log level of the output is *Trace*.',
  },
};

const paths = { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true, default: [] };

/**
 * The engine's own settings, as in `loopguard.config.json`.
 * @param {readonly string[]} contexts
 * @returns {Record<string, Record<string, any>>}
 */
export const analysisSettings = contexts => ({
  'loopguard.analysis.blocking': {
    ...paths,
    scope: 'resource',
    markdownDescription: 'Access paths of calls that block, such as `acme-sdk.readAll` or `./src/legacy.ts.load`.',
  },
  'loopguard.analysis.nonblocking': {
    ...paths,
    scope: 'resource',
    markdownDescription: 'Access paths of calls that do not block, here and for callers.',
  },
  'loopguard.analysis.offloaders': {
    ...paths,
    scope: 'resource',
    markdownDescription: 'Access paths of calls whose callbacks run on another thread, such as `acme-pool.run`.',
  },
  'loopguard.analysis.runs': {
    type: 'object',
    additionalProperties: { type: 'string', enum: ['sync', 'deferred', 'offloaded'] },
    default: {},
    scope: 'resource',
    markdownDescription:
      'When APIs run the callbacks they are given, by access path: `{ "acme-sdk.each": "sync" }`; `sync`, `deferred` or `offloaded`.',
  },
  'loopguard.analysis.contexts': {
    type: 'object',
    additionalProperties: { type: 'string', enum: [...contexts] },
    default: {},
    scope: 'resource',
    markdownDescription: 'The context of all functions in files, by glob: `{ "jobs/**": "worker" }`.',
  },
  'loopguard.analysis.ignore': {
    ...paths,
    scope: 'resource',
    markdownDescription: 'Globs of files that are not analysed.',
  },
});
