/** Schedulers: what runs at a time or again and again. */
import { timer } from '../modes.js';
import type { Library } from '../schema.js';

export const schedulers: readonly Library[] = [
  {
    name: 'node-cron',
    source: 'https://nodecron.com/api-reference.html',
    callbacks: [{ api: 'node-cron.{schedule,createTask}', params: [1], mode: timer, event: { arg: 0 } }],
    launches: [{ api: 'node-cron.{schedule,createTask}', arg: 1, context: 'worker' }],
  },
  {
    name: 'cron',
    source: 'https://github.com/kelektiv/node-cron#api',
    callbacks: [
      {
        api: 'cron.{CronJob.new,CronJob,job,CronJob.from}',
        params: [1, 2, '0.{onTick,onComplete}'],
        mode: timer,
        event: { arg: 0 },
      },
    ],
  },
  {
    name: 'node-schedule',
    source: 'https://github.com/node-schedule/node-schedule#readme',
    types: [
      {
        type: 'node-schedule:Job',
        from: ['node-schedule.Job.new()', 'node-schedule.scheduleJob()'],
        extends: ['node:events:EventEmitter'],
      },
    ],
    callbacks: [
      { api: 'node-schedule.scheduleJob', params: 'rest', mode: timer, event: 'schedule' },
      { api: 'node-schedule.Job.new', params: 'rest', mode: timer, event: 'schedule' },
    ],
  },
  {
    name: 'croner',
    source: 'https://croner.56k.guru/usage/basics/',
    callbacks: [
      { api: 'croner.{Cron.new,Cron,new}', params: [1, 2], mode: timer, event: { arg: 0 } },
      { api: 'croner', params: [1, 2], mode: timer, event: { arg: 0 } },
    ],
  },
  {
    name: 'toad-scheduler',
    source: 'https://github.com/kibertoad/toad-scheduler#readme',
    callbacks: [{ api: 'toad-scheduler.{Task,AsyncTask}.new', params: [1, 2], mode: timer, event: { arg: 0 } }],
  },
  {
    name: 'later',
    source: 'https://bunkat.github.io/later/execute.html',
    aliases: ['@breejs/later'],
    callbacks: [{ api: 'later.{setInterval,setTimeout}', params: [0], mode: timer }],
  },
  {
    name: 'set-interval-async',
    source: 'https://github.com/ealmansi/set-interval-async#readme',
    aliases: ['set-interval-async/dynamic', 'set-interval-async/fixed', 'set-interval-async/legacy'],
    callbacks: [{ api: 'set-interval-async.setIntervalAsync', params: [0], mode: timer }],
  },
];
