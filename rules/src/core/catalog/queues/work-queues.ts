/** Queues of work: a limit of how much is done at once is none of how much waits. */
import type { Library } from '../schema.js';

export const workQueues: readonly Library[] = [
  {
    name: 'p-queue',
    source: 'https://github.com/sindresorhus/p-queue#onsizelessthanlimit',
    queues: [
      {
        api: 'p-queue:Queue.{add,addAll}',
        tells: ['size', 'sizeBy', 'onSizeLessThan', 'onEmpty', 'onIdle', 'onPendingZero', 'isSaturated'],
        room: 'onSizeLessThan',
      },
    ],
  },
  {
    name: 'fastq',
    source: 'https://github.com/mcollina/fastq#api',
    types: [{ type: 'fastq:Queue', from: ['{fastq,fastq.promise}()'] }],
    queues: [
      {
        api: 'fastq:Queue.{push,unshift}',
        tells: ['length', 'idle', 'drain', 'drained', 'saturated', 'empty', 'running'],
      },
    ],
  },
  {
    name: 'async',
    source: 'https://caolan.github.io/async/v3/docs.html#QueueObject',
    aliases: ['neo-async', 'async-es'],
    queues: [
      {
        api: 'async:Queue.{push,unshift}',
        tells: ['length', 'idle', 'drain', 'saturated', 'unsaturated', 'empty', 'buffer', 'running'],
      },
    ],
  },
  {
    name: 'better-queue',
    source: 'https://github.com/diamondio/better-queue#readme',
    types: [{ type: 'better-queue:Queue', from: ['better-queue.new()'] }],
    queues: [{ api: 'better-queue:Queue.push', tells: ['length', 'getStats', 'on'] }],
  },
];
