import { readdirSync } from 'node:fs';

export function exportAll(): string[] {
  return readdirSync('exports');
//       ^^^^^^^^^^^ no-sync-io-in-handler
}
