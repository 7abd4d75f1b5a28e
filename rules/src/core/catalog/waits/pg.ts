/** Pools of connections to PostgreSQL: whoever finds all taken waits for as long as it takes. */
import type { Library } from '../schema.js';

export const pgWaits: Library = {
  name: 'pg',
  source: 'https://node-postgres.com/apis/pool#new-pool',
  waits: [
    {
      api: 'pg.{Pool,native.Pool}.new',
      for: 'a connection',
      options: ['connectionTimeoutMillis'],
      at: [0],
      bound: 'connectionTimeoutMillis',
      kept: true,
    },
  ],
};
