/** `request` and those that are called like it, in use long after its end: no time limit of their own. */
import type { Library, WaitRow } from '../schema.js';

const METHODS = '{get,post,put,patch,delete,del,head,options}';
const limits = {
  for: 'an answer',
  // The last two are needle's.
  options: ['timeout', 'response_timeout', 'read_timeout'],
  bound: 'timeout',
  at: [0, 1, 2],
} as const satisfies Partial<WaitRow>;

export const requestWaits: Library = {
  name: 'request',
  source: 'https://github.com/request/request#timeouts',
  waits: [
    { ...limits, api: 'request' },
    { ...limits, api: `request.${METHODS}` },
  ],
};
