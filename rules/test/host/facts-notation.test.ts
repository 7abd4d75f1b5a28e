import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { extractFacts } from '#dist/core/extract/file.js';
import type { FileFacts } from '#dist/core/model.js';
import { decodeFacts } from '#dist/host/decode-facts.js';
import { encodeFacts } from '#dist/host/encode-facts.js';
import { sampleFacts } from './sample-facts.js';

const sources = fileURLToPath(new URL('../../src/', import.meta.url));

/** As JSON has it: objects with and without a prototype are the same. */
const plain = (facts: FileFacts | undefined): unknown => JSON.parse(JSON.stringify(facts ?? null));

const rareCode = `#!/usr/bin/env node
'use client';
import type { Shop } from './shop.js';
import stock, * as all from 'stock';
/** @blocking cpu @runs sync visit */
export function* rows(this: Shop, { deep: [first] = [] }: Options = {}, ...rest: Row[]): Generator<Row> { yield first; }
@Controller('/shop') abstract class Till extends Base<Row> implements Open {
  static open = () => new Till(...args);
  @Inject() constructor(private readonly stock: Stock, sync = false) { super(stock); if (sync) this.load(); }
  get size() { return this.stock.size; }
}
const table = { ['a' + b]: load, __proto__: base, constructor() {}, ...spread, [Symbol.iterator]: all, '': 1, '\\u0000': () => 0.5 };
if (process.env.NODE_ENV !== 'production' && !cache) cache = await load(table, \`\${'long'}\`, 1e21, true);
/* eslint-disable loopguard/no-sync-io-in-handler */
type Tree = Leaf | Tree[];
module.exports = table; exports.rows = rows; process.exit(2);
`;

describe('notation of facts', () => {
  it('gives back the facts of every source file of ours', () => {
    for (const entry of readdirSync(sources, { recursive: true, withFileTypes: true })) {
      if (!entry.name.endsWith('.ts')) continue;
      const facts = extractFacts(readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.name);
      assert.deepEqual(plain(decodeFacts(encodeFacts(facts))), plain(facts), entry.name);
    }
  });

  it('gives back what is rare', () => {
    const facts = extractFacts(rareCode, 'till.ts');
    assert.ok(facts.calls.length > 4 && facts.functions.length > 5);
    const decoded = decodeFacts(encodeFacts(facts));
    assert.deepEqual(plain(decoded), plain(facts));
    for (const { members } of [...(decoded?.objects ?? []), ...(decoded?.classes ?? [])]) {
      assert.equal(members['toString'], undefined);
    }
  });

  it('keeps fields and refs it does not know', () => {
    const facts = { ...sampleFacts(3), later: { a: 1 }, refs: [['?'], ['later', 1, 'x']] } as const;
    assert.deepEqual(plain(decodeFacts(encodeFacts(facts))), plain(facts));
  });

  it('is undefined for bytes that are cut off or something else', () => {
    const bytes = encodeFacts(extractFacts(rareCode, 'till.ts'));
    for (let length = 0; length < bytes.length; length++) {
      assert.equal(decodeFacts(bytes.subarray(0, length)), undefined, String(length));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), noise => decodeFacts(Buffer.from(noise)) === undefined),
      { numRuns: 200 },
    );
  });
});
