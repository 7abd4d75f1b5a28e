import { readFileSync } from 'node:fs';
import { even } from './even.js';
import { limit } from './server.js';

export function odd(n: number): boolean {
  if (n > limit) readFileSync('odd.txt');
//               ^^^^^^^^^^^^ no-sync-io-in-handler
  return n === 0 ? false : even(n - 1);
}
