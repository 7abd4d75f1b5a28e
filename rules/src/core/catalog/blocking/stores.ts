/** What blocks in packages that keep data in files or ask a database synchronously. */
import type { Library } from '../schema.js';

const disk = { waits: 'io', for: 'the disk' } as const;

export const stores: readonly Library[] = [
  {
    name: 'lowdb',
    source: 'https://github.com/typicode/lowdb#readme',
    aliases: ['lowdb/node'],
    types: [{ type: 'lowdb:LowSync', from: ['lowdb.LowSync.new()', 'lowdb.JSONFileSyncPreset()'] }],
    callbacks: [{ api: 'lowdb:LowSync.update', params: [0], mode: { runs: 'sync' } }],
    blocking: [{ api: 'lowdb:LowSync.{read,write,update}', ...disk }],
  },
  {
    name: 'node-localstorage',
    source: 'https://github.com/lmaccherone/node-localstorage#readme',
    types: [{ type: 'node-localstorage:LocalStorage', from: ['node-localstorage.LocalStorage.new()'] }],
    blocking: [{ api: 'node-localstorage:LocalStorage.{getItem,setItem,removeItem,clear}', ...disk }],
  },
  {
    name: 'conf',
    source: 'https://github.com/sindresorhus/conf#readme',
    aliases: ['electron-store', 'configstore'],
    types: [{ type: 'conf:Conf', from: ['conf.new()'] }],
    blocking: [{ api: 'conf:Conf.{get,set,has,delete,clear}', ...disk, strict: true }],
  },
  {
    name: 'pg-native',
    source: 'https://github.com/brianc/node-postgres/tree/master/packages/pg-native#readme',
    types: [{ type: 'pg-native:Client', from: ['pg-native()', 'pg-native.new()'] }],
    blocking: [
      { api: 'pg-native:Client.{connectSync,querySync,prepareSync,executeSync}', waits: 'io', for: 'the database' },
    ],
  },
];
