/**
 * Streams. `data` and the methods that move chunks run again and again; the other events of a
 * stream come once in its life.
 */
import { LAST_EVENTS } from '../lifecycle-events.js';
import { callsBack, continues, event } from '../modes.js';
import type { Library } from '../schema.js';

const LISTEN = '{on,once,addListener,prependListener,prependOnceListener}';

export const nodeStream: Library = {
  name: 'node:stream',
  source: 'https://nodejs.org/api/stream.html',
  aliases: ['stream', 'readable-stream'],
  types: [
    {
      type: 'node:stream:Stream',
      from: ['node:stream.new()', 'node:stream.Stream.new()'],
      extends: ['node:events:EventEmitter'],
    },
    {
      type: 'node:stream:Readable',
      from: [
        'node:stream.Readable.new()',
        'node:stream.Readable.{from,fromWeb}()',
        'node:process.stdin',
        'global:NodeJS.{ReadableStream,ReadStream}.new()',
        'node:stream:Readable.{on,once,addListener,setEncoding,pause,resume,unpipe}()',
      ],
      extends: ['node:stream:Stream'],
    },
    {
      type: 'node:stream:Writable',
      from: [
        'node:stream.Writable.new()',
        'node:stream.Writable.fromWeb()',
        'node:process.{stdout,stderr}',
        'global:NodeJS.{WritableStream,WriteStream}.new()',
        'node:stream:Writable.{on,once,addListener,end}()',
      ],
      extends: ['node:stream:Stream'],
    },
    {
      type: 'node:stream:Duplex',
      from: [
        'node:stream.{Duplex,Transform,PassThrough}.new()',
        'node:stream.Duplex.{from,fromWeb}()',
        'node:stream.compose()',
        'global:NodeJS.ReadWriteStream.new()',
        'node:stream:Duplex.{on,once,addListener}()',
      ],
      extends: ['node:stream:Readable', 'node:stream:Writable'],
    },
  ],
  callbacks: [
    {
      api: `node:stream:Stream.${LISTEN}`,
      params: [1],
      mode: callsBack,
      when: { arg: 0, equals: [...LAST_EVENTS] },
      event: { arg: 0 },
    },
    {
      api: `node:stream:Stream.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['end', 'error'] },
      event: { arg: 0 },
    },
    { api: 'node:stream:Writable.{write,end}', params: 'last', mode: continues },
    { api: 'node:stream:Readable.{forEach,map,filter,flatMap,some,every,find,reduce}', params: [0], mode: event },
    // Generator functions between the streams are called once each.
    { api: 'node:stream.pipeline', params: 'rest', mode: continues },
    { api: 'node:stream.compose', params: 'rest', mode: continues, since: '16.9.0' },
    { api: 'node:stream.finished', params: 'last', mode: continues },
    {
      api: 'node:stream.{Readable,Writable,Duplex,Transform,PassThrough}.new',
      params: ['0.{read,write,writev,transform,flush,final,construct,destroy}'],
      mode: event,
    },
  ],
  hooks: [
    { base: 'node:stream.Readable', methods: ['_read'], context: 'event' },
    { base: 'node:stream.Writable', methods: ['_write', '_writev', '_final'], context: 'event' },
    { base: 'node:stream.Duplex', methods: ['_read', '_write', '_writev', '_final'], context: 'event' },
    { base: 'node:stream.Transform', methods: ['_transform', '_flush'], context: 'event' },
  ],
};

export const nodeStreamPromises: Library = {
  name: 'node:stream/promises',
  source: 'https://nodejs.org/api/stream.html#streams-promises-api',
  aliases: ['stream/promises'],
  callbacks: [{ api: 'node:stream/promises.pipeline', params: 'rest', mode: continues }],
};
