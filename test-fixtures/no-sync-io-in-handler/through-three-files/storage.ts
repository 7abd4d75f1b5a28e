import { existsSync, readFileSync } from 'node:fs';

export function load(id: string): unknown {
  return parse(`orders/${id}.json`);
}

function parse(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
//                  ^^^^^^^^^^^^ no-sync-io-in-handler
}

export function migrate(): boolean {
  return existsSync('orders');
}
