import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    writeAll([rewrite('a.ts'), rewrite('b.ts')]);
    assert.deepEqual(textsIn(), { 'a.ts': 'a.ts after', 'b.ts': '\uFEFFb.ts after' });
  });

  it('changes none when one has changed since', () => {
    writeFileSync(join(folder, 'b.ts'), 'b.ts between');
    assert.throws(() => writeAll([rewrite('a.ts'), rewrite('b.ts')]), {
      message: 'b.ts changed during the analysis; nothing was changed',
    });
    assert.deepEqual(textsIn(), { 'a.ts': 'a.ts before', 'b.ts': 'b.ts between' });
  });

  it('changes none when one is gone', () => {
    assert.throws(() => writeAll([rewrite('a.ts'), rewrite('c.ts')]), {
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
    assert.throws(() => writeAll([rewrite('a.ts'), trap]), /^CliError: cannot write b\.ts: .*; nothing was changed$/);
    assert.equal(readFileSync(join(folder, 'a.ts'), 'utf8'), 'a.ts before');
    assert.deepEqual(readdirSync(folder), ['a.ts', 'b.ts']);
  });
});
