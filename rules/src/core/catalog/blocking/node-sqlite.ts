/**
 * What blocks in `node:sqlite`: all of it but the preparing of statements, which reads at most a
 * schema that is in memory. There are no promise forms.
 * Source: https://nodejs.org/api/sqlite.html
 */
import type { BlockingRow } from '../schema.js';

const database = { waits: 'io', for: 'the database', since: '22.5.0' } as const;

export const nodeSqliteBlocking: readonly BlockingRow[] = [
  { api: 'node:sqlite.DatabaseSync.new', ...database },
  { api: 'node:sqlite:DatabaseSync.{open,close,exec}', ...database },
  { api: 'node:sqlite:DatabaseSync.applyChangeset', ...database },
  { api: 'node:sqlite:DatabaseSync.loadExtension', ...database },
  { api: 'node:sqlite:StatementSync.{run,get,all,iterate}', ...database },
];
