/**
 * What blocks in `node:child_process`.
 * Source: https://nodejs.org/api/child_process.html#synchronous-process-creation
 */
import type { BlockingRow } from '../schema.js';

const child = { waits: 'io', for: 'a child process' } as const;

export const nodeChildProcessBlocking: readonly BlockingRow[] = [
  {
    api: 'node:child_process.execSync',
    ...child,
    promise: { from: ['node:child_process', 'exec'], shape: 'process', arity: 2 },
  },
  {
    api: 'node:child_process.execFileSync',
    ...child,
    promise: { from: ['node:child_process', 'execFile'], shape: 'process', arity: 3 },
  },
  {
    api: 'node:child_process.spawnSync',
    ...child,
    promise: { from: ['node:child_process', 'spawn'], shape: 'process', arity: 3 },
  },
];
