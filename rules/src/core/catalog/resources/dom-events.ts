/** Listeners of event targets. */
import type { Library, ReleaseRow, ResourceRow } from '../schema.js';

const removed: readonly ReleaseRow[] = [
  { by: 'pair', methods: ['removeEventListener'] },
  { by: 'signal', arg: 2, option: 'signal' },
];
const listener = {
  kind: 'listener',
  event: { arg: 0 },
  listener: 1,
  released: removed,
} as const satisfies Partial<ResourceRow>;

export const domEventResources: Library = {
  name: 'dom',
  source: 'https://dom.spec.whatwg.org/#interface-eventtarget',
  resources: [
    {
      ...listener,
      api: 'dom:EventTarget.addEventListener',
      heldBy: 'receiver',
      once: true,
      when: { arg: 2, has: 'once', equals: [true] },
    },
    { ...listener, api: 'dom:EventTarget.addEventListener', heldBy: 'receiver' },
    { ...listener, api: 'global:addEventListener', heldBy: 'process' },
  ],
};
