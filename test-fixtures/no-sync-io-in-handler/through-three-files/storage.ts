import { existsSync, readFileSync } from 'node:fs';

export function load(id: string): unknown {
  return parse(`orders/${id}.json`);
//       ^^^^^ path: calls `parse`
}

function parse(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
//                  ^^^^^^^^^^^^ no-sync-io-in-handler: `fs.readFileSync` blocks the event loop each time `GET
//                               | /orders/:id` fires; it is reached through `load -> parse`.
}

export function migrate(): boolean {
  return existsSync('orders');
}
