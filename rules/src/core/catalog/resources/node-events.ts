/** Listeners of Node's emitters. */
import type { Library, ReleaseRow } from '../schema.js';

const removed: readonly ReleaseRow[] = [
  { by: 'pair', methods: ['off', 'removeListener'] },
  { by: 'all', methods: ['removeAllListeners'] },
];

export const nodeEventResources: Library = {
  name: 'node:events',
  source: 'https://nodejs.org/api/events.html',
  resources: [
    {
      api: 'node:events:EventEmitter.{on,addListener,prependListener}',
      kind: 'listener',
      heldBy: 'receiver',
      event: { arg: 0 },
      listener: 1,
      released: removed,
    },
    {
      api: 'node:events:EventEmitter.{once,prependOnceListener}',
      kind: 'listener',
      heldBy: 'receiver',
      event: { arg: 0 },
      listener: 1,
      once: true,
      released: removed,
    },
    {
      api: 'node:process.{on,addListener,prependListener}',
      kind: 'listener',
      heldBy: 'process',
      event: { arg: 0 },
      listener: 1,
      released: removed,
    },
    {
      api: 'node:events.addAbortListener',
      kind: 'listener',
      heldBy: { arg: 0 },
      event: 'abort',
      listener: 1,
      once: true,
      released: [{ by: 'method', methods: ['@@dispose'] }],
      since: '20.5.0',
    },
  ],
};
