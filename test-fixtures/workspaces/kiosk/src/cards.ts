import { readFileSync } from 'node:fs';

/** The card of a weekday, as the kitchen wrote it. */
export function readCard(weekday: number): string {
  return readFileSync(`cards/${weekday}.txt`, 'utf8');
//       ^^^^^^^^^^^^ no-sync-io-in-handler
}
