/**
 * What blocks in `node:child_process`. None has an equal form: the promises of `exec` and
 * `execFile` give both outputs as an object, and `spawn` gives a process.
 * Source: https://nodejs.org/api/child_process.html#synchronous-process-creation
 */
import type { BlockingRow } from '../schema.js';

export const nodeChildProcessBlocking: readonly BlockingRow[] = [
  { api: 'node:child_process.{execFileSync,execSync,spawnSync}', waits: 'io', for: 'a child process' },
];
