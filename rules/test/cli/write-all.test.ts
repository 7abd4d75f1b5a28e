import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishJournal } from '#dist/cli/cascade/journal.js';
import { writeAll, type Rewrite } from '#dist/cli/cascade/write-all.js';

describe('writing several files together', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopguard-'));
    for (const name of ['a.ts', 'b.ts']) writeFileSync(join(folder, name), `${name} before`);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const rewrite = (name: string): Rewrite => ({
    path: join(folder, name),
    shown: name,
    before: `${name} before`,
    after: `${name} after`,
  });

  function textsIn(): Record<string, string> {
    return Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
  }

  it('replaces all of them, and keeps a byte order mark', () => {
    writeFileSync(join(folder, 'b.ts'), '\uFEFFb.ts before');
    writeAll([rewrite('a.ts'), rewrite('b.ts')], folder);
    assert.deepEqual(textsIn(), { 'a.ts': 'a.ts after', 'b.ts': '\uFEFFb.ts after' });
  });

  it('changes none when one has changed since', () => {
    writeFileSync(join(folder, 'b.ts'), 'b.ts between');
    assert.throws(() => writeAll([rewrite('a.ts'), rewrite('b.ts')], folder), {
      message: 'b.ts changed during the analysis; nothing was changed',
    });
    assert.deepEqual(textsIn(), { 'a.ts': 'a.ts before', 'b.ts': 'b.ts between' });
  });

  it('changes none when one is gone', () => {
    assert.throws(() => writeAll([rewrite('a.ts'), rewrite('c.ts')], folder), {
      message: 'cannot write c.ts: no such file; nothing was changed',
    });
    assert.deepEqual(textsIn(), { 'a.ts': 'a.ts before', 'b.ts': 'b.ts before' });
  });

  it('gives those before it their text back when one cannot be replaced', () => {
    // The second file becomes a folder between being read and being replaced.
    const second = rewrite('b.ts');
    const trap: Rewrite = {
      ...second,
      get after() {
        rmSync(join(folder, 'b.ts'));
        mkdirSync(join(folder, 'b.ts', 'in-the-way'), { recursive: true });
        return 'b.ts after';
      },
    };
    assert.throws(
      () => writeAll([rewrite('a.ts'), trap], folder),
      /^CliError: cannot write b\.ts: .*; nothing was changed$/,
    );
    assert.equal(readFileSync(join(folder, 'a.ts'), 'utf8'), 'a.ts before');
    assert.deepEqual(readdirSync(folder), ['a.ts', 'b.ts']);
  });

  describe('the journal of a run that was killed', () => {
    const journal = (value: unknown): void => {
      writeFileSync(
        join(folder, '.loopguard-unfinished.json'),
        typeof value === 'string' ? value : JSON.stringify(value),
      );
    };

    it('is only told of in a dry run', () => {
      journal({ isReady: true, files: [] });
      assert.throws(() => finishJournal(folder, true), /^CliError: an earlier run was killed .* without --dry-run/);
      assert.equal(finishJournal(folder, false), 0);
      assert.deepEqual(readdirSync(folder), ['a.ts', 'b.ts']);
    });

    for (const [what, files] of [
      ['of files outside of the project', [{ temporary: '../.loopguard-1-0.tmp', path: '../a.ts' }]],
      ['of texts that are no run’s own', [{ temporary: 'b.ts', path: 'a.ts' }]],
      ['of texts that stand elsewhere', [{ temporary: 'src/.loopguard-1-0.tmp', path: 'a.ts' }]],
      ['that is none', 7],
    ] as const) {
      it(`is not followed when it is one ${what}`, () => {
        if (files === 7) journal('{');
        else journal({ isReady: true, files });
        assert.throws(
          () => finishJournal(folder, false),
          /^CliError: cannot finish what \.loopguard-unfinished\.json says/,
        );
        assert.equal(readFileSync(join(folder, 'a.ts'), 'utf8'), 'a.ts before');
      });
    }
  });
});
