/** What keeps values for those who ask later, all of them unless it is told how many. */
import type { Library } from '../schema.js';

export const keptValues: readonly Library[] = [
  {
    name: 'rxjs',
    source: 'https://rxjs.dev/api/index/class/ReplaySubject',
    queues: [{ api: 'rxjs.ReplaySubject.new', tells: [], sizedBy: [0, 1] }],
  },
  {
    name: 'node:events',
    source: 'https://nodejs.org/api/events.html#eventsonemitter-eventname-options',
    queues: [{ api: 'node:events.on', tells: [], options: ['highWaterMark', 'highWatermark'], at: 2 }],
  },
];
