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

const once = { once: true, when: { arg: 2, has: 'once', equals: [true] } } as const satisfies Partial<ResourceRow>;

export const domEventResources: Library = {
  name: 'dom',
  source: 'https://dom.spec.whatwg.org/#interface-eventtarget',
  resources: [
    { ...listener, ...once, api: 'dom:EventTarget.addEventListener', heldBy: 'receiver' },
    { ...listener, api: 'dom:EventTarget.addEventListener', heldBy: 'receiver' },
    { ...listener, ...once, api: 'global:addEventListener', heldBy: 'process' },
    { ...listener, api: 'global:addEventListener', heldBy: 'process' },
  ],
};
