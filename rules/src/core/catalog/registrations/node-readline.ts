/** Lines and prompts: `node:readline` and `node:repl`. */
import { cli, continues, event } from '../modes.js';
import type { Library } from '../schema.js';

export const nodeReadline: Library = {
  name: 'node:readline',
  source: 'https://nodejs.org/api/readline.html',
  aliases: ['readline'],
  types: [
    {
      type: 'node:readline:Interface',
      from: [
        'node:readline.createInterface()',
        'node:readline.Interface.new()',
        'node:readline/promises.createInterface()',
        'node:readline/promises.Interface.new()',
        'node:readline:Interface.{on,once,addListener}()',
      ],
      extends: ['node:events:EventEmitter'],
    },
  ],
  callbacks: [
    { api: 'node:readline:Interface.question', params: 'last', mode: continues, event: 'question' },
    {
      api: 'node:readline:Interface.{on,once,addListener,prependListener}',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['close'] },
      event: { arg: 0 },
    },
    { api: 'node:readline.createInterface', params: ['0.completer'], mode: event, event: 'completer' },
    { api: 'node:readline.createInterface', params: [2], mode: event, event: 'completer' },
  ],
};

export const nodeReadlinePromises: Library = {
  name: 'node:readline/promises',
  source: 'https://nodejs.org/api/readline.html#promises-api',
  aliases: ['readline/promises'],
  callbacks: [
    { api: 'node:readline/promises.createInterface', params: ['0.completer'], mode: event, event: 'completer' },
  ],
};

export const nodeRepl: Library = {
  name: 'node:repl',
  source: 'https://nodejs.org/api/repl.html',
  aliases: ['repl'],
  types: [
    {
      type: 'node:repl:REPLServer',
      from: ['node:repl.start()', 'node:repl.REPLServer.new()', 'node:repl:REPLServer.{on,once,addListener}()'],
      extends: ['node:readline:Interface'],
    },
  ],
  callbacks: [
    { api: 'node:repl.start', params: ['0.{eval,writer,completer}'], mode: cli },
    { api: 'node:repl:REPLServer.defineCommand', params: [1, '1.action'], mode: cli, event: { arg: 0 } },
    { api: 'node:repl:REPLServer.{on,once,addListener}', params: [1], mode: cli, event: { arg: 0 } },
  ],
};
