import * as fs from 'node:fs';

export function front(id: string): Buffer {
  return fs.readFileSync(`${id}.front`);
//          ^^^^^^^^^^^^ no-sync-io-in-handler
}

export function back(id: string): Buffer {
  return fs.readFileSync(`${id}.back`);
}
