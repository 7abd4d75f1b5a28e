/** Timers, immediates, ticks and microtasks, as globals (see `dom-timers.ts`) and from `node:timers`. */
import { callsBack, timer } from '../modes.js';
import type { Library, Mode } from '../schema.js';

/** A handler only when it arms itself again. */
/** A function that queues itself with `setImmediate` works through something; one that sets a timer polls. */
const rearms: Mode = { runs: 'rearms', context: 'timer', unread: true };

export const nodeTimers: Library = {
  name: 'node:timers',
  source: 'https://nodejs.org/api/timers.html',
  aliases: ['timers'],
  callbacks: [
    { api: 'node:timers.setInterval', params: [0], mode: timer, event: 'setInterval' },
    { api: 'node:timers.setTimeout', params: [0], mode: rearms, event: 'setTimeout' },
    { api: 'node:timers.setImmediate', params: [0], mode: callsBack },
  ],
};
