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

/** Node's own `fetch` gives up after 300 seconds without headers. https://undici.nodejs.org/#/docs/api/Dispatcher */
export const fetchWaits: Library = {
  name: 'fetch',
  source: 'https://nodejs.org/api/globals.html#fetch',
  waits: [
    {
      api: '{global:fetch,undici.fetch}',
      for: 'an answer',
      options: ['signal', 'dispatcher'],
      at: [1],
      bound: 'signal',
      strict: true,
    },
  ],
};
