/** The promise of the `delay` package before version 6 holds a timer, and clears it. */
import type { Library, ReleaseRow } from '../schema.js';

const cleared: readonly ReleaseRow[] = [{ by: 'method', methods: ['clear'] }];

export const delayResources: Library = {
  name: 'delay',
  source: 'https://github.com/sindresorhus/delay/tree/v5.0.0',
  resources: [{ api: '{delay,delay.reject}', kind: 'timer', heldBy: 'process', released: cleared }],
};
