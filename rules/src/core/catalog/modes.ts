/** The modes most rows use, named so that a row reads as a sentence. */
import type { Mode } from './schema.js';

export const sync: Mode = { runs: 'sync' };
export const continues: Mode = { runs: 'continues' };
/** Called back once, and nothing that it gives is read: `fs.stat(path, callback)`. */
export const callsBack: Mode = { runs: 'continues', unread: true };
export const returned: Mode = { runs: 'returned' };
export const memoised: Mode = { runs: 'memoised' };
export const offloaded: Mode = { runs: 'offloaded' };
export const stored: Mode = { runs: 'stored' };
export const never: Mode = { runs: 'never' };

export const startup: Mode = { runs: 'deferred', context: 'startup' };
export const cli: Mode = { runs: 'deferred', context: 'cli' };
export const request: Mode = { runs: 'deferred', context: 'request' };
export const event: Mode = { runs: 'deferred', context: 'event' };
export const timer: Mode = { runs: 'deferred', context: 'timer' };
export const message: Mode = { runs: 'deferred', context: 'message' };
export const render: Mode = { runs: 'deferred', context: 'render' };
export const worker: Mode = { runs: 'deferred', context: 'worker' };
export const exit: Mode = { runs: 'deferred', context: 'exit' };
export const test: Mode = { runs: 'deferred', context: 'test' };
