/** Child processes that are waited for. */
import type { Library } from '../schema.js';

export const childProcessWaits: Library = {
  name: 'node:child_process',
  source: 'https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback',
  waits: [
    {
      api: 'node:child_process.{exec,execFile}',
      for: 'a child process',
      options: ['timeout', 'signal'],
      at: [1, 2],
      bound: 'timeout',
    },
  ],
};
