import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runSteps } from '#dist/core/steps.js';
import { FactsCache } from '#dist/host/cache.js';
import { pack as packed, piecesOf, seal, type Sealed } from '#dist/host/facts-pack.js';
import { encoded, sampleFacts } from './sample-facts.js';
import { removeTemporaryProjects, temporaryProject } from './temporary-project.js';

const KEYS = Array.from({ length: 20 }, (_, index) => `key-${String(index)}`);

const packBytes = (entries: ReadonlyMap<string, Sealed>): Buffer => Buffer.concat([...piecesOf(packed(entries))]);

/** A cache folder that holds facts under all of KEYS, in one pack. */
function filled(): { folder: string; pack: string } {
  const folder = join(temporaryProject({}), 'cache');
  const cache = new FactsCache(folder);
  KEYS.forEach((key, index) => {
    cache.put(key, encoded(sampleFacts(index)));
  });
  cache.flush(new Set(KEYS));
  return { folder, pack: join(folder, readdirSync(folder)[0] ?? '') };
}

/** How many entries a new reader gets; every one that it gets must be right. */
function sound(folder: string): number {
  const cache = new FactsCache(folder);
  let count = 0;
  KEYS.forEach((key, index) => {
    const facts = cache.get(key);
    if (facts === undefined) return;
    assert.deepEqual(facts, sampleFacts(index));
    count++;
  });
  return count;
}

/** Puts everything again and expects the folder to be whole afterwards. */
function assertRebuilt(folder: string): void {
  const cache = new FactsCache(folder);
  KEYS.forEach((key, index) => {
    if (cache.get(key) === undefined) cache.put(key, encoded(sampleFacts(index)));
  });
  cache.flush(new Set(KEYS));
  assert.equal(cache.notice, undefined);
  assert.equal(sound(folder), KEYS.length);
}

describe('FactsCache', () => {
  after(removeTemporaryProjects);

  it('gives back what was put, before and after it is stored, and after its memory is released', () => {
    const { folder } = filled();
    assert.equal(sound(folder), KEYS.length);
    const cache = new FactsCache(folder);
    cache.put('late', encoded(sampleFacts(99)));
    assert.equal(cache.get('late')?.lines, 99);
    cache.release();
    assert.equal(cache.get('key-7')?.lines, 7);
    assert.equal(cache.get('never'), undefined);
  });

  it('makes nothing on the disk until something is stored', () => {
    const root = temporaryProject({});
    const cache = new FactsCache(join(root, 'cache'));
    cache.flush(new Set());
    assert.deepEqual(readdirSync(root), ['.git']);
  });

  it('ignores and rebuilds a truncated pack, wherever it ends', () => {
    const { folder, pack } = filled();
    const whole = readFileSync(pack);
    for (let size = whole.length - 1; size >= 0; size -= 131) {
      writeFileSync(pack, whole);
      truncateSync(pack, size);
      assert.ok(sound(folder) < KEYS.length);
    }
    assertRebuilt(folder);
  });

  it('ignores and rebuilds flipped bytes, wherever they are', () => {
    const { folder, pack } = filled();
    const whole = readFileSync(pack);
    for (let position = 0; position < whole.length; position += 37) {
      const damaged = Buffer.from(whole);
      damaged[position] = (damaged[position] ?? 0) ^ 0x10;
      writeFileSync(pack, damaged);
      assert.ok(sound(folder) < KEYS.length, `byte ${String(position)}`);
    }
    assertRebuilt(folder);
  });

  it('ignores and rebuilds packs of foreign contents', () => {
    const foreign = [
      '',
      '{}',
      '{"version":1}',
      'loopguard facts 1\n',
      'loopguard facts 2\nffffffff',
      'loopguard facts 1\nffffffff'.padEnd(200, '0'),
    ];
    for (const text of foreign) {
      const { folder, pack } = filled();
      writeFileSync(pack, text);
      assert.equal(sound(folder), 0);
      assertRebuilt(folder);
    }
  });

  it('ignores entries whose index is sound but whose contents are not', () => {
    const { folder, pack } = filled();
    const values = ['', 'null', '[]', '{"lines":1}', '{"lines":1,"refs":{}}', 'undefined', '\0'];
    writeFileSync(
      pack,
      packBytes(
        new Map(values.map((text, index) => [`key-${String(index)}`, seal(`key-${String(index)}`, Buffer.from(text))])),
      ),
    );
    assert.equal(sound(folder), 0);
    const swapped = new Map(KEYS.map((key, index) => [key, seal(KEYS[index + 1] ?? '', encoded(sampleFacts(index)))]));
    writeFileSync(pack, packBytes(swapped));
    assert.equal(sound(folder), 0);
    assertRebuilt(folder);
  });

  it('ignores an index that is checksummed but absurd', () => {
    const { folder, pack } = filled();
    for (const rows of [
      [],
      { 'key-0': 1 },
      { 'key-0': [-1, 5, ''] },
      { 'key-0': [0, 2 ** 40, ''] },
      { 'key-0': [0, 1e9, ''] },
      { 'key-0': ['0', 1, ''] },
    ]) {
      const index = Buffer.from(JSON.stringify(rows));
      const sum = createHash('sha256').update(index).digest('hex');
      writeFileSync(pack, `loopguard facts 1\n${index.length.toString(16).padStart(8, '0')}${sum}${index.toString()}`);
      assert.equal(sound(folder), 0);
    }
    assertRebuilt(folder);
  });

  it('gets by with a folder in place of a pack', () => {
    const { folder, pack } = filled();
    rmSync(pack);
    mkdirSync(pack);
    assert.equal(sound(folder), 0);
    assertRebuilt(folder);
  });

  it('goes on without storing when the folder cannot be made, and says why', () => {
    const root = temporaryProject({ file: 'in the way' });
    const cache = new FactsCache(join(root, 'file', 'cache'));
    cache.put('key-1', encoded(sampleFacts(1)));
    cache.flush(new Set(['key-1']));
    assert.match(cache.notice ?? '', /^facts are not cached in .*file/u);
    cache.put('key-2', encoded(sampleFacts(2)));
    assert.equal(cache.get('key-2'), undefined);
    assert.equal(readFileSync(join(root, 'file'), 'utf8'), 'in the way');
  });

  it('stores in steps; what is left unfinished leaves nothing on the disk and loses nothing', () => {
    const folder = join(temporaryProject({}), 'cache');
    const cache = new FactsCache(folder);
    // Large enough for several pieces.
    const big = Array.from(
      { length: 8 },
      (_, index) => [`big-${String(index)}`, Buffer.alloc(300_000, index)] as const,
    );
    for (const [key, bytes] of big) cache.put(key, bytes);
    KEYS.slice(0, 10).forEach((key, index) => {
      cache.put(key, encoded(sampleFacts(index)));
    });
    const wanted = new Set([...KEYS, ...big.map(([key]) => key)]);
    const left = cache.flushInSteps(wanted);
    for (let step = 0; step < 3; step++) assert.equal(left.next().done, false);
    assert.equal(readdirSync(folder).length, 1);
    left.return();
    assert.deepEqual(readdirSync(folder), []);
    const steps = cache.flushInSteps(wanted);
    for (let step = 0; step < 3; step++) assert.equal(steps.next().done, false);
    KEYS.slice(10).forEach((key, index) => {
      cache.put(key, encoded(sampleFacts(index + 10)));
    });
    runSteps(steps);
    assert.equal(cache.waiting, 10);
    assert.equal(sound(folder), 10);
    cache.flush(wanted);
    assert.equal(cache.waiting, 0);
    assert.equal(sound(folder), KEYS.length);
    assert.deepEqual(
      KEYS.map(key => cache.get(key)),
      KEYS.map((_, index) => sampleFacts(index)),
    );
    assert.ok(readdirSync(folder).every(name => name.endsWith('.facts')));
  });

  it('merges many packs into one and drops what nobody wants any more', () => {
    const { folder } = filled();
    for (let round = 0; round < 40; round++) {
      const cache = new FactsCache(folder);
      cache.put(`round-${String(round)}`, encoded(sampleFacts(round)));
      cache.flush(new Set([...KEYS, `round-${String(round)}`]));
    }
    assert.ok(readdirSync(folder).length <= 17);
    assert.equal(sound(folder), KEYS.length);
    const cache = new FactsCache(folder);
    assert.equal(cache.get('round-0'), undefined);
    assert.equal(cache.get('round-39')?.lines, 39);
  });

  it('stays bounded when every entry is replaced again and again', () => {
    const folder = join(temporaryProject({}), 'cache');
    const cache = new FactsCache(folder);
    for (let round = 0; round < 60; round++) {
      const keys = KEYS.map(key => `${key}-${String(round)}`);
      keys.forEach(key => {
        cache.put(key, encoded(sampleFacts(round)));
      });
      cache.flush(new Set(keys));
    }
    assert.ok(readdirSync(folder).length <= 17);
  });

  it('lets an open reader finish after its packs were merged away', () => {
    const { folder } = filled();
    const reader = new FactsCache(folder);
    const other = new FactsCache(folder);
    for (let round = 0; round < 20; round++) {
      other.put(`round-${String(round)}`, encoded(sampleFacts(round)));
      other.flush(new Set([`round-${String(round)}`]));
    }
    assert.equal(reader.get('key-3')?.lines, 3);
    reader.release();
    reader.put('mine', encoded(sampleFacts(1)));
    reader.flush(new Set(['key-3', 'mine']));
    assert.equal(new FactsCache(folder).get('mine')?.lines, 1);
  });

  it('deletes only packs and stale temporary files', () => {
    const { folder, pack } = filled();
    const others = ['notes.txt', 'dead.facts', '12-0123456789abcdef.tmp', '13-0123456789abcdef.tmp'];
    for (const name of others) writeFileSync(join(folder, name), 'mine');
    utimesSync(join(folder, '12-0123456789abcdef.tmp'), 0, 0);
    copyFileSync(pack, join(folder, 'copy.facts'));
    renameSync(pack, join(folder, `${'0'.repeat(32)}.facts`));
    const cache = new FactsCache(folder);
    for (let round = 0; round < 20; round++) {
      cache.put(`round-${String(round)}`, encoded(sampleFacts(round)));
      cache.flush(new Set([...KEYS, `round-${String(round)}`]));
    }
    const left = readdirSync(folder);
    for (const name of ['notes.txt', 'dead.facts', '13-0123456789abcdef.tmp', 'copy.facts'])
      assert.ok(left.includes(name), name);
    for (const name of ['12-0123456789abcdef.tmp', `${'0'.repeat(32)}.facts`]) assert.ok(!left.includes(name), name);
    assert.equal(sound(folder), KEYS.length);
  });
});
