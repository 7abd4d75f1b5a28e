/** Subscriptions to subjects; other observables mostly end by themselves. */
import type { Library } from '../schema.js';

export const rxjsResources: Library = {
  name: 'rxjs',
  source: 'https://rxjs.dev/guide/subscription',
  resources: [
    {
      api: 'rxjs:Events.subscribe',
      kind: 'subscription',
      heldBy: 'receiver',
      listener: 0,
      released: [{ by: 'method', methods: ['unsubscribe'] }],
    },
  ],
};
