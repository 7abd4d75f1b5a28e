/** Small HTTP clients without a time limit of their own. */
import type { Library } from '../schema.js';

export const bentWaits: Library = {
  name: 'bent',
  source: 'https://github.com/mikeal/bent',
  // It has no option for a time limit at all.
  waits: [{ api: 'bent', for: 'an answer', options: [], at: [] }],
};

export const nodeFetchWaits: Library = {
  name: 'node-fetch',
  source: 'https://github.com/node-fetch/node-fetch#request-cancellation-with-abortsignal',
  waits: [{ api: 'node-fetch', for: 'an answer', options: ['signal', 'timeout'], at: [1], bound: 'signal' }],
};

const got = { for: 'an answer', options: ['timeout', 'signal'], bound: 'signal' } as const;
const GOT_METHODS = '{get,post,put,patch,head,delete}';

export const gotWaits: Library = {
  name: 'got',
  source: 'https://github.com/sindresorhus/got/blob/main/documentation/6-timeout.md',
  types: [{ type: 'got:Client', from: ['{got,got.got}.extend()'] }],
  waits: [
    { ...got, api: '{got,got.got}', at: [0, 1] },
    { ...got, api: `{got,got.got}.${GOT_METHODS}`, at: [0, 1] },
    { ...got, api: 'got:Client', at: [0, 1], madeBy: 'got.extend' },
    { ...got, api: `got:Client.${GOT_METHODS}`, at: [0, 1], madeBy: 'got.extend' },
  ],
};

/** Node's own `fetch` gives up after 300 seconds without headers. https://undici.nodejs.org/#/docs/api/Dispatcher */
const patient = {
  for: 'an answer',
  options: ['signal', 'dispatcher'],
  at: [1],
  bound: 'signal',
  strict: true,
} as const;

export const fetchWaits: readonly Library[] = [
  {
    name: 'fetch',
    source: 'https://nodejs.org/api/globals.html#fetch',
    waits: [{ ...patient, api: 'global:fetch' }],
  },
  {
    name: 'undici',
    source: 'https://undici.nodejs.org/#/docs/api/Fetch',
    waits: [{ ...patient, api: 'undici.fetch' }],
  },
];
