/** Watchers of files, which the process holds until they are closed. */
import type { Library } from '../schema.js';

export const fileWatcherResources: Library = {
  name: 'node:fs',
  source: 'https://nodejs.org/api/fs.html#fswatchfilename-options-listener',
  resources: [
    {
      api: 'node:fs.watch',
      kind: 'watcher',
      heldBy: 'process',
      event: 'change',
      released: [
        { by: 'method', methods: ['close'] },
        { by: 'signal', arg: 1, option: 'signal' },
      ],
    },
  ],
};

export const chokidarResources: Library = {
  name: 'chokidar',
  source: 'https://github.com/paulmillr/chokidar#api',
  resources: [
    {
      api: 'chokidar.watch',
      kind: 'watcher',
      heldBy: 'process',
      event: 'change',
      released: [{ by: 'method', methods: ['close'] }],
    },
  ],
};
