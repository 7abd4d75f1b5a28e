/** Child processes by promise. */
import type { Library } from '../schema.js';

export const execaWaits: Library = {
  name: 'execa',
  source: 'https://github.com/sindresorhus/execa/blob/main/docs/api.md#optionstimeout',
  waits: [
    {
      api: '{execa,execa.execa,execa.execaCommand,execa.command}',
      for: 'a child process',
      options: ['timeout', 'cancelSignal', 'signal'],
      at: [1, 2],
      bound: 'timeout',
    },
  ],
};
