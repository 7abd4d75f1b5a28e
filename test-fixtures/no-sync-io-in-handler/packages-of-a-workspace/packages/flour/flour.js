import { readFileSync } from 'node:fs';

export function grind(kind) {
  return readFileSync(`${kind}.flour`, 'utf8');
//       ^^^^^^^^^^^^ no-sync-io-in-handler
}

export function bake(kind) {
  return readFileSync(`${kind}.bread`, 'utf8');
}
