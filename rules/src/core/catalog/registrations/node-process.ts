/**
 * The process: `process`, `globalThis.process` and `node:process` are one object with one set of
 * rows, written as `node:process`. Its events fall into three kinds: those after which it ends,
 * messages of its parent, and the rest.
 */
import { nodeProcessBlocking } from '../blocking/node-inspection.js';
import { callsBack, continues, event, exit, message } from '../modes.js';
import type { Library } from '../schema.js';

const ON = '{on,addListener,prependListener}';
const ALL = '{on,once,addListener,prependListener,prependOnceListener}';

const LAST_EVENTS = [
  'beforeExit',
  'disconnect',
  'exit',
  'uncaughtException',
  'uncaughtExceptionMonitor',
  'unhandledRejection',
  'SIGABRT',
  'SIGBREAK',
  'SIGINT',
  'SIGQUIT',
  'SIGTERM',
];

export const nodeProcess: Library = {
  name: 'node:process',
  source: 'https://nodejs.org/api/process.html',
  aliases: ['process', 'global:process'],
  // A declared `NodeJS.Process` is the one there is.
  types: [{ type: 'node:process', from: ['global:NodeJS.Process.new()'] }],
  callbacks: [
    { api: `node:process.${ALL}`, params: [1], mode: exit, when: { arg: 0, equals: LAST_EVENTS }, event: { arg: 0 } },
    { api: `node:process.${ON}`, params: [1], mode: message, when: { arg: 0, equals: ['message'] }, event: { arg: 0 } },
    { api: `node:process.${ON}`, params: [1], mode: event, event: { arg: 0 } },
    { api: 'node:process.{once,prependOnceListener}', params: [1], mode: continues, event: { arg: 0 } },
    {
      api: 'node:process.nextTick',
      params: [0],
      mode: callsBack,
    },
    { api: 'node:process.send', params: 'last', mode: continues },
    { api: 'node:process.setUncaughtExceptionCaptureCallback', params: [0], mode: exit, event: 'uncaughtException' },
    {
      api: 'node:process.finalization.{register,registerBeforeExit}',
      params: [1],
      mode: exit,
      event: 'exit',
      since: '22.5.0',
    },
  ],
  blocking: nodeProcessBlocking,
};
