/**
 * Child processes. They start, fail and end once; what they write and send comes again and again.
 */
import { nodeChildProcessBlocking } from '../blocking/node-child-process.js';
import { callsBack, continues, message } from '../modes.js';
import type { Library } from '../schema.js';

const LISTEN = '{on,once,addListener,prependListener,prependOnceListener}';

export const nodeChildProcess: Library = {
  name: 'node:child_process',
  source: 'https://nodejs.org/api/child_process.html',
  aliases: ['child_process'],
  types: [
    {
      type: 'node:child_process:ChildProcess',
      from: [
        'node:child_process.{exec,execFile,fork,spawn}()',
        'node:child_process.ChildProcess.new()',
        'node:child_process.{ChildProcessWithoutNullStreams,ChildProcessByStdio}.new()',
        'cross-spawn()',
        'cross-spawn.spawn()',
        'node:child_process:ChildProcess.{on,once,addListener}()',
      ],
      extends: ['node:events:EventEmitter'],
    },
    { type: 'node:stream:Readable', from: ['node:child_process:ChildProcess.{stdout,stderr}'] },
    { type: 'node:stream:Writable', from: ['node:child_process:ChildProcess.stdin'] },
  ],
  callbacks: [
    { api: 'node:child_process.{exec,execFile}', params: 'last', mode: callsBack },
    {
      api: `node:child_process:ChildProcess.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['close', 'disconnect', 'error', 'exit', 'spawn'] },
      event: { arg: 0 },
    },
    {
      api: 'node:child_process:ChildProcess.{on,addListener,prependListener}',
      params: [1],
      mode: message,
      when: { arg: 0, equals: ['message'] },
      event: { arg: 0 },
    },
    { api: 'node:child_process:ChildProcess.send', params: 'last', mode: callsBack },
  ],
  blocking: nodeChildProcessBlocking,
  launches: [{ api: 'node:child_process.fork', arg: 0, context: 'worker' }],
};
