/** Emitters of Node and event targets as `node:events` knows them. */
import { continues, event } from '../modes.js';
import type { Library } from '../schema.js';

export const nodeEvents: Library = {
  name: 'node:events',
  source: 'https://nodejs.org/api/events.html',
  aliases: ['events'],
  types: [
    {
      type: 'node:events:EventEmitter',
      from: [
        'node:events.new()',
        'node:events.{EventEmitter,EventEmitterAsyncResource}.new()',
        'global:NodeJS.EventEmitter.new()',
        'node:events:EventEmitter.{on,once,addListener,prependListener,prependOnceListener,setMaxListeners}()',
        'node:events:EventEmitter.{off,removeListener,removeAllListeners}()',
      ],
    },
  ],
  callbacks: [
    {
      api: 'node:events:EventEmitter.{on,addListener,prependListener}',
      params: [1],
      mode: event,
      event: { arg: 0 },
    },
    {
      api: 'node:events:EventEmitter.{once,prependOnceListener}',
      params: [1],
      mode: continues,
      event: { arg: 0 },
    },
    { api: 'node:events.addAbortListener', params: [1], mode: continues, event: 'abort', since: '20.5.0' },
  ],
};
