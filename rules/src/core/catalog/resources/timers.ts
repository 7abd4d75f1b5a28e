/** Timers, which the process or page holds until they fire or are cleared. */
import type { Library, ReleaseRow } from '../schema.js';

/** Node clears a timer by any of these, whatever made it; so do browsers. */
const cleared: readonly ReleaseRow[] = [{ by: 'handle', functions: ['clearTimeout', 'clearInterval'] }];

export const timerResources: Library = {
  name: 'node:timers',
  source: 'https://nodejs.org/api/timers.html',
  resources: [
    { api: '{node:timers.,global:}setInterval', kind: 'interval', heldBy: 'process', listener: 0, released: cleared },
    { api: '{node:timers.,global:}setTimeout', kind: 'timer', heldBy: 'process', listener: 0, released: cleared },
  ],
};
