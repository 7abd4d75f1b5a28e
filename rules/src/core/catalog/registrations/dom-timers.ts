/** Timers and frames of browsers; the first few are globals of Node as well. */
import { callsBack, continues, timer } from '../modes.js';
import type { Library, Mode } from '../schema.js';

/** A handler only when it arms itself again. */
/** A function that queues itself with `setImmediate` works through something; one that sets a timer polls. */
const rearms: Mode = { runs: 'rearms', context: 'timer', unread: true };
const frames: Mode = { runs: 'rearms', context: 'render', unread: true };

export const domTimers: Library = {
  name: 'dom',
  source: 'https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html',
  callbacks: [
    { api: 'global:setInterval', params: [0], mode: timer, event: 'setInterval' },
    { api: 'global:setTimeout', params: [0], mode: rearms, event: 'setTimeout' },
    { api: 'global:setImmediate', params: [0], mode: callsBack },
    { api: 'global:queueMicrotask', params: [0], mode: callsBack },
    { api: 'global:requestAnimationFrame', params: [0], mode: frames, event: 'requestAnimationFrame' },
    { api: 'global:requestIdleCallback', params: [0], mode: rearms, event: 'requestIdleCallback' },
    {
      api: 'global:scheduler.postTask',
      params: [0],
      mode: { runs: 'rearms', context: 'timer' },
      event: 'scheduler.postTask',
    },
    { api: 'global:document.startViewTransition', params: [0], mode: continues },
  ],
};
