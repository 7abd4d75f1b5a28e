/** Job queues. A processor given by file name runs in a process of its own. */
import { event, message, timer } from '../modes.js';
import type { Library } from '../schema.js';

export const queues: readonly Library[] = [
  {
    name: 'bullmq',
    source: 'https://docs.bullmq.io/guide/workers',
    aliases: ['@taskforcesh/bullmq-pro'],
    types: [
      {
        type: 'bullmq:Worker',
        from: ['bullmq.{Worker,WorkerPro}.new()', 'bullmq:Worker.on()'],
        extends: ['node:events:EventEmitter'],
      },
      {
        type: 'bullmq:Queue',
        from: ['bullmq.{Queue,QueuePro,QueueEvents,FlowProducer}.new()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      {
        api: 'bullmq.{Worker,WorkerPro}.new',
        params: [1, '2.settings.{backoffStrategy,repeatStrategy}'],
        mode: message,
        event: { arg: 0 },
      },
      { api: 'bullmq:{Worker,Queue}.on', params: [1], mode: event, event: { arg: 0 } },
    ],
    launches: [{ api: 'bullmq.{Worker,WorkerPro}.new', arg: 1, context: 'worker' }],
    signatures: [
      { functions: ['bullmq.Processor'], params: ['bullmq.Job'], context: 'message' },
      { params: ['bullmq.SandboxedJob'], context: 'worker' },
    ],
  },
  {
    name: 'bull',
    source: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md',
    types: [
      {
        type: 'bull:Queue',
        from: ['bull()', 'bull.new()', 'bull.Queue.new()', 'bull:Queue.on()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      { api: 'bull:Queue.process', params: 'last', mode: message, event: 'job' },
      { api: 'bull:Queue.on', params: [1], mode: event, event: { arg: 0 } },
      { api: '{bull,bull.new}', params: ['{1,2}.settings.backoffStrategies.*'], mode: message },
    ],
    launches: [
      { api: 'bull:Queue.process', arg: 0, context: 'worker' },
      { api: 'bull:Queue.process', arg: 1, context: 'worker' },
      { api: 'bull:Queue.process', arg: 2, context: 'worker' },
    ],
    signatures: [
      {
        functions: ['bull.{ProcessCallbackFunction,ProcessPromiseFunction}'],
        params: ['bull.Job'],
        context: 'message',
      },
    ],
  },
  {
    name: 'bee-queue',
    source: 'https://github.com/bee-queue/bee-queue#api-reference',
    types: [
      { type: 'bee-queue:Queue', from: ['bee-queue.new()', 'bee-queue()'], extends: ['node:events:EventEmitter'] },
    ],
    callbacks: [{ api: 'bee-queue:Queue.process', params: 'last', mode: message, event: 'job' }],
  },
  {
    name: 'kue',
    source: 'https://github.com/Automattic/kue#processing-jobs',
    types: [{ type: 'kue:Queue', from: ['kue.createQueue()'], extends: ['node:events:EventEmitter'] }],
    callbacks: [{ api: 'kue:Queue.process', params: 'last', mode: message, event: { arg: 0 } }],
  },
  {
    name: 'agenda',
    source: 'https://github.com/agenda/agenda#defining-job-processors',
    aliases: ['@hokify/agenda'],
    types: [
      {
        type: 'agenda:Agenda',
        from: ['{agenda,agenda.Agenda}.new()', 'agenda()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [{ api: 'agenda:Agenda.define', params: [1, 2], mode: message, event: { arg: 0 } }],
    signatures: [{ params: ['agenda.Job'], context: 'message' }],
  },
  {
    name: 'pg-boss',
    source: 'https://timgit.github.io/pg-boss/#/./api/workers',
    types: [{ type: 'pg-boss:Boss', from: ['{pg-boss,pg-boss.PgBoss}.new()'], extends: ['node:events:EventEmitter'] }],
    callbacks: [
      { api: 'pg-boss:Boss.{work,subscribe,onComplete}', params: 'last', mode: message, event: { arg: 0 } },
      { api: 'pg-boss:Boss.on', params: [1], mode: event, event: { arg: 0 } },
    ],
  },
  {
    name: 'graphile-worker',
    source: 'https://worker.graphile.org/docs/library/run',
    callbacks: [
      {
        api: 'graphile-worker.{run,runOnce,runTaskList,runTaskListOnce}',
        params: ['0.taskList.*', '{0,1}.*'],
        mode: message,
        event: 'task',
      },
    ],
    signatures: [{ functions: ['graphile-worker.Task'], params: ['graphile-worker.JobHelpers'], context: 'message' }],
  },
  {
    name: '@temporalio/worker',
    source: 'https://docs.temporal.io/develop/typescript/core-application',
    callbacks: [
      { api: '@temporalio/worker.Worker.create', params: ['0.activities.*'], mode: message, event: 'activity' },
    ],
  },
  {
    name: 'inngest',
    source: 'https://www.inngest.com/docs/reference/functions/create',
    types: [{ type: 'inngest:Client', from: ['inngest.Inngest.new()'] }],
    callbacks: [{ api: 'inngest:Client.createFunction', params: 'last', mode: message, event: 'function' }],
  },
  {
    name: '@trigger.dev/sdk',
    source: 'https://trigger.dev/docs/tasks/overview',
    aliases: ['@trigger.dev/sdk/v3'],
    callbacks: [
      {
        api: '@trigger.dev/sdk.{task,schemaTask}',
        params: ['0.{run,onStart,onSuccess,onFailure,init}'],
        mode: message,
        event: 'task',
      },
      { api: '@trigger.dev/sdk.schedules.task', params: ['0.run'], mode: timer, event: 'schedule' },
    ],
  },
];
