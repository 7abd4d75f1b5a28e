import type { ResourceShapeRow } from './schema.js';

/** Method names that register alike on every emitter and event target. */
export const resourceShapes: readonly ResourceShapeRow[] = [
  {
    methods: ['on', 'addListener', 'prependListener'],
    kind: 'listener',
    heldBy: 'receiver',
    event: { arg: 0 },
    listener: 1,
    released: [
      { by: 'pair', methods: ['off', 'removeListener'] },
      { by: 'all', methods: ['removeAllListeners'] },
    ],
    when: { arg: 0, isString: true },
  },
  {
    methods: ['once', 'prependOnceListener'],
    kind: 'listener',
    heldBy: 'receiver',
    event: { arg: 0 },
    listener: 1,
    once: true,
    released: [
      { by: 'pair', methods: ['off', 'removeListener'] },
      { by: 'all', methods: ['removeAllListeners'] },
    ],
    when: { arg: 1, isFunction: true },
  },
  {
    methods: ['addEventListener'],
    kind: 'listener',
    heldBy: 'receiver',
    event: { arg: 0 },
    listener: 1,
    released: [
      { by: 'pair', methods: ['removeEventListener'] },
      { by: 'signal', arg: 2, option: 'signal' },
    ],
  },
];
