/**
 * Threads and clusters. A message that a worker receives keeps only the worker waiting; one that
 * the main thread receives keeps everybody waiting.
 */
import { continues, event, message, worker } from '../modes.js';
import type { Library } from '../schema.js';

const ON = '{on,addListener,prependListener}';
const LISTEN = '{on,once,addListener,prependListener,prependOnceListener}';
const PORT_ON = '{on,addListener,addEventListener}';

export const nodeWorkerThreads: Library = {
  name: 'node:worker_threads',
  source: 'https://nodejs.org/api/worker_threads.html',
  aliases: ['worker_threads'],
  types: [
    {
      type: 'node:worker_threads:Worker',
      from: ['node:worker_threads.Worker.new()', 'node:worker_threads:Worker.{on,once,addListener}()'],
      extends: ['node:events:EventEmitter'],
    },
    {
      type: 'node:worker_threads:MessagePort',
      from: [
        'node:worker_threads.MessagePort.new()',
        'node:worker_threads.MessageChannel.new().{port1,port2}',
        'node:worker_threads:MessagePort.{on,once,addListener}()',
      ],
      extends: ['node:events:EventEmitter'],
    },
    { type: 'node:worker_threads:BroadcastChannel', from: ['node:worker_threads.BroadcastChannel.new()'] },
    { type: 'node:stream:Readable', from: ['node:worker_threads:Worker.{stdout,stderr}'] },
  ],
  callbacks: [
    // Null on the main thread.
    { api: 'node:worker_threads.parentPort.{on,once,addListener}', params: [1], mode: worker, event: { arg: 0 } },
    {
      api: 'node:worker_threads.parentPort.{addEventListener,onmessage}',
      params: 'last',
      mode: worker,
      event: 'message',
    },
    {
      api: `node:worker_threads:Worker.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['error', 'exit', 'online'] },
      event: { arg: 0 },
    },
    {
      api: `node:worker_threads:Worker.${ON}`,
      params: [1],
      mode: message,
      when: { arg: 0, equals: ['message', 'messageerror'] },
      event: { arg: 0 },
    },
    {
      api: `node:worker_threads:MessagePort.${PORT_ON}`,
      params: [1],
      mode: message,
      when: { arg: 0, equals: ['message', 'messageerror'] },
      event: { arg: 0 },
    },
    {
      api: 'node:worker_threads:MessagePort.{on,once,addListener}',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['close'] },
      event: { arg: 0 },
    },
    // An assignment `port.onmessage = f` is read as the call `port.onmessage(f)`.
    {
      api: 'node:worker_threads:{MessagePort,BroadcastChannel}.{onmessage,onmessageerror}',
      params: [0],
      mode: message,
      event: 'message',
    },
    { api: 'node:worker_threads:BroadcastChannel.addEventListener', params: [1], mode: message, event: { arg: 0 } },
  ],
  launches: [{ api: 'node:worker_threads.Worker.new', arg: 0, context: 'worker' }],
};

export const nodeCluster: Library = {
  name: 'node:cluster',
  source: 'https://nodejs.org/api/cluster.html',
  aliases: ['cluster'],
  types: [
    {
      type: 'node:cluster:Worker',
      from: [
        'node:cluster.fork()',
        'node:cluster.worker',
        'node:cluster.Worker.new()',
        'node:cluster:Worker.{on,once,addListener}()',
      ],
      extends: ['node:events:EventEmitter'],
    },
    { type: 'node:child_process:ChildProcess', from: ['node:cluster:Worker.process'] },
  ],
  callbacks: [
    {
      api: `node:cluster.${ON}`,
      params: [1],
      mode: message,
      when: { arg: 0, equals: ['message'] },
      gives: ['node:cluster:Worker'],
      event: { arg: 0 },
    },
    { api: `node:cluster.${ON}`, params: [1], mode: event, gives: ['node:cluster:Worker'], event: { arg: 0 } },
    { api: 'node:cluster.{once,prependOnceListener}', params: [1], mode: continues, event: { arg: 0 } },
    { api: 'node:cluster.disconnect', params: 'last', mode: continues },
    {
      api: `node:cluster:Worker.${ON}`,
      params: [1],
      mode: message,
      when: { arg: 0, equals: ['message'] },
      event: { arg: 0 },
    },
    {
      api: `node:cluster:Worker.${LISTEN}`,
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['disconnect', 'error', 'exit', 'listening', 'online'] },
      event: { arg: 0 },
    },
  ],
};
