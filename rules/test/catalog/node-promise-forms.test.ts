import { strict as assert } from 'node:assert';
import { type Dir, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'mocha';
import { platform } from '#dist/core/catalog/platform.js';
import type { BlockingRow, PromiseForm } from '#dist/core/catalog/schema.js';
import { follow, isReached, parseNodePath } from './node-paths.js';
import { outcome } from './outcome.js';
import { promiseCases } from './promise-cases.js';

type AnyFunction = (...args: unknown[]) => unknown;

const RANDOM = /mkdtempSync|generateKeyPairSync|generatePrimeSync/;

function functionAt(path: string): AnyFunction {
  const parsed = parseNodePath(path);
  assert.ok(parsed, path);
  return follow(parsed) as AnyFunction;
}

/** The promise form as the fix writes it. */
function promiseForm(form: PromiseForm): AnyFunction {
  assert.ok(form.from);
  const named = functionAt(form.from.join('.'));
  if (form.shape === 'promisify') return promisify(named);
  if (form.shape === 'same') return named;
  return (...args) =>
    (named(...args) as Promise<unknown>).then(
      () => true,
      () => false,
    );
}

function fill(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'stock', 'deep'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'menu.txt'), 'tea\nrice\n');
  writeFileSync(join(folder, 'stock', 'tea.json'), '{}');
  writeFileSync(join(folder, 'stock', 'deep', 'rice.json'), '[]');
  symlinkSync('menu.txt', join(folder, 'today.txt'));
}

/** Functions with a promise form to import; methods of `Dir` are compared on their own below, processes where they are written. */
function rows(): (BlockingRow & { readonly promise: PromiseForm })[] {
  return platform
    .flatMap(library => library.blocking ?? [])
    .flatMap(row =>
      row.promise?.from && row.promise.shape !== 'process' && row.api.startsWith('node:')
        ? [{ ...row, promise: row.promise }]
        : [],
    );
}

describe('promise forms of Node', () => {
  let parent: string;
  let folder: string;
  before(() => {
    parent = realpathSync(mkdtempSync(join(tmpdir(), 'catalogue-')));
    folder = join(parent, 'shop');
  });
  after(() => {
    rmSync(parent, { recursive: true, force: true });
  });

  for (const row of rows()) {
    const missing = !isReached(row.since, process.versions.node);
    (missing ? it.skip : it)(`${row.api} does what ${String(row.promise.from?.join('.'))} does`, async () => {
      const cases = promiseCases.get(row.api);
      assert.ok(cases, 'no cases: add some to promise-cases.ts');
      const blocking = functionAt(row.api);
      const promising = promiseForm(row.promise);
      const random = RANDOM.test(row.api);
      let worked = 0;
      for (const args of cases) {
        fill(folder);
        const expected = await outcome(folder, random, () => blocking(...args(folder)));
        fill(folder);
        const actual = await outcome(folder, random, () => promising(...args(folder)));
        assert.deepEqual(actual, expected);
        assert.ok(
          args(folder).length <= (row.promise.arity ?? Infinity),
          'the case has more arguments than the row allows',
        );
        if (expected.error === undefined) worked += 1;
      }
      const fails = worked < cases.length || row.promise.shape === 'exists';
      assert.ok(fails, 'no case fails');
      assert.ok(worked > 0, 'no case works');
    });
  }

  it('of `Dir` give the same entries', async () => {
    fill(folder);
    const open = functionAt('node:fs.opendirSync') as (path: string) => Dir;
    const [first, second] = [open(join(folder, 'empty')), open(join(folder, 'stock', 'deep'))];
    assert.equal(await first.read(), null);
    assert.equal((await second.read())?.name, 'rice.json');
    await first.close();
    second.closeSync();
  });
});
