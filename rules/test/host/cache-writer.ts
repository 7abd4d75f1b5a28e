/**
 * A process of `cache-processes.test.ts`: opens the cache in a folder again and again, checks what
 * it finds, and writes, merging included. Fails on any wrong entry.
 */
import assert from 'node:assert/strict';
import { FactsCache } from '#dist/host/cache.js';
import { encoded, sampleFacts } from './sample-facts.js';

const [folder = '', name = ''] = process.argv.slice(2);
const ROUNDS = 60;

for (let round = 1; round <= ROUNDS; round++) {
  const cache = new FactsCache(folder);
  for (const who of ['a', 'b']) {
    for (let other = 0; other <= ROUNDS; other++) {
      const facts = cache.get(`${who}-${String(other)}`);
      if (facts !== undefined) assert.deepEqual(facts, sampleFacts(other));
    }
  }
  cache.put(`${name}-${String(round)}`, encoded(sampleFacts(round)));
  if (round === ROUNDS) cache.put(`${name}-last`, encoded(sampleFacts(round)));
  cache.flush(new Set([`${name}-${String(round)}`, 'a-last', 'b-last', `${name}-${String(round - 1)}`]));
  assert.equal(cache.notice, undefined);
}
