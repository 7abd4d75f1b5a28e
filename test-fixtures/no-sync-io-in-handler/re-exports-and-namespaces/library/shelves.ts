import * as fs from 'node:fs';

export function shelf(): string[] {
  return fs.readdirSync('shelf');
//          ^^^^^^^^^^^ no-sync-io-in-handler
}
