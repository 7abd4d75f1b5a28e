/** Pools of threads and processes: what they are given runs elsewhere. */
import { continues, event, offloaded, sync, worker } from '../modes.js';
import type { Library } from '../schema.js';

export const threadPools: readonly Library[] = [
  {
    name: 'piscina',
    source: 'https://piscinajs.dev/api-reference/class',
    aliases: ['tinypool'],
    launches: [{ api: 'piscina.{new,Piscina.new,Tinypool.new}', arg: 0, option: 'filename', context: 'worker' }],
    callbacks: [{ api: 'piscina.{new,Piscina.new}().run', params: 'rest', mode: offloaded }],
  },
  {
    name: 'workerpool',
    source: 'https://github.com/josdejong/workerpool#api',
    types: [{ type: 'workerpool:Pool', from: ['workerpool.pool()'] }],
    callbacks: [
      { api: 'workerpool:Pool.exec', params: [0], mode: offloaded },
      { api: 'workerpool:Pool.{exec,proxy}', params: ['2.on'], mode: event },
      { api: 'workerpool.worker', params: ['0.*'], mode: worker },
    ],
    launches: [{ api: 'workerpool.pool', arg: 0, context: 'worker' }],
  },
  {
    name: 'threads',
    source: 'https://threads.js.org/usage',
    aliases: ['threads/worker'],
    callbacks: [
      { api: 'threads.expose', params: [0, '0.*'], mode: worker },
      { api: 'threads.Pool().queue', params: [0], mode: continues },
      { api: 'threads.Pool', params: [0], mode: sync },
    ],
    launches: [{ api: 'threads.{Worker,BlobWorker}.new', arg: 0, context: 'worker' }],
  },
  {
    name: 'jest-worker',
    source: 'https://www.npmjs.com/package/jest-worker',
    launches: [{ api: 'jest-worker.{new,Worker.new}', arg: 0, context: 'worker' }],
  },
  {
    name: 'worker-farm',
    source: 'https://github.com/rvagg/node-worker-farm#readme',
    launches: [
      { api: 'worker-farm', arg: 0, context: 'worker' },
      { api: 'worker-farm', arg: 1, context: 'worker' },
    ],
  },
  {
    name: 'comlink',
    source: 'https://github.com/GoogleChromeLabs/comlink#api',
    callbacks: [{ api: 'comlink.expose', params: [0, '0.*'], mode: worker }],
  },
];
