/** `request` and its promise forms, in use long after their end: no time limit of their own. */
import type { Library, WaitRow } from '../schema.js';

const METHODS = '{get,post,put,patch,delete,del,head,options}';
const limits = {
  for: 'an answer',
  options: ['timeout'],
  bound: 'timeout',
  at: [0, 1],
} as const satisfies Partial<WaitRow>;

export const requestWaits: Library = {
  name: 'request',
  source: 'https://github.com/request/request#timeouts',
  aliases: ['request-promise', 'request-promise-native'],
  waits: [
    { ...limits, api: 'request' },
    { ...limits, api: `request.${METHODS}` },
  ],
};
