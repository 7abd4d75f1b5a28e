/**
 * What blocks in `better-sqlite3`: all of it but the preparing of statements. There are no
 * promise forms. A function given to `transaction` runs when the result is called.
 * Source: https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md
 */
import type { Library } from '../schema.js';

const database = { waits: 'io', for: 'the database' } as const;

export const betterSqlite3: Library = {
  name: 'better-sqlite3',
  source: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md',
  aliases: ['better-sqlite3-multiple-ciphers', 'libsql'],
  types: [
    {
      type: 'better-sqlite3:Database',
      from: [
        'better-sqlite3()',
        'better-sqlite3.new()',
        'better-sqlite3.Database.new()',
        'better-sqlite3:Database.{exec,defaultSafeIntegers,loadExtension,close}()',
      ],
    },
    {
      type: 'better-sqlite3:Statement',
      from: [
        'better-sqlite3.Statement.new()',
        'better-sqlite3:Database.prepare()',
        'better-sqlite3:Statement.{pluck,expand,raw,bind,safeIntegers}()',
      ],
    },
  ],
  callbacks: [
    { api: 'better-sqlite3:Database.transaction', params: [0], mode: { runs: 'returned' } },
    { api: 'better-sqlite3:Database.function', params: 'last', mode: { runs: 'continues' } },
  ],
  blocking: [
    { api: 'better-sqlite3', ...database },
    { api: 'better-sqlite3.new', ...database },
    { api: 'better-sqlite3:Database.{exec,pragma,serialize,loadExtension,close}', ...database },
    { api: 'better-sqlite3:Statement.{run,get,all,iterate}', ...database },
  ],
};
