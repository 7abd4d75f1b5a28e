/** `node:sqlite`. The functions given to a database run while one of its calls does. */
import { nodeSqliteBlocking } from '../blocking/node-sqlite.js';
import { continues } from '../modes.js';
import type { Library } from '../schema.js';

export const nodeSqlite: Library = {
  name: 'node:sqlite',
  source: 'https://nodejs.org/api/sqlite.html',
  types: [
    { type: 'node:sqlite:DatabaseSync', from: ['node:sqlite.DatabaseSync.new()'] },
    {
      type: 'node:sqlite:StatementSync',
      from: ['node:sqlite.StatementSync.new()', 'node:sqlite:DatabaseSync.prepare()'],
    },
  ],
  callbacks: [
    { api: 'node:sqlite:DatabaseSync.function', params: 'last', mode: continues, since: '22.13.0' },
    {
      api: 'node:sqlite:DatabaseSync.aggregate',
      params: ['1.{start,step,result,inverse}'],
      mode: continues,
      since: '22.16.0',
    },
  ],
  blocking: nodeSqliteBlocking,
};
