// node bench/harm/no-unbounded-growth/demo.mjs
// A registry keyed by what clients send, with and without a bound; prints one table.
import { megabytes, memoryInUse } from '../memory.mjs';

const MOST = 1000;

/** @param {string} name @param {number} most */
function measure(name, most) {
  /** @type {Map<string, { seen: number, agent: string }>} */
  const known = new Map();
  const before = memoryInUse();
  const row = { registry: name };
  for (let request = 1; request <= 500_000; request++) {
    if (known.size >= most) known.delete(known.keys().next().value ?? '');
    known.set(`10.0.0.1:${request}`, { seen: request, agent: `agent/${request}` });
    if (request === 100_000) Object.assign(row, { 'after 100,000 keys': megabytes(memoryInUse() - before) });
  }
  return Object.assign(row, { 'after 500,000 keys': megabytes(memoryInUse() - before), entries: known.size });
}

console.table([measure('a Map that only gains keys', Infinity), measure('a Map of at most 1,000', MOST)]);
