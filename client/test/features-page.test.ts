import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/features.md`, 'utf8');

/** Rows of the tables that name a test: its file and the beginning of its title. */
const rows = [...page.matchAll(/^\| .* \| `([^`]+)` "([^"]+)" \|$/gm)].map(([, file = '', title = '']) => ({
  file,
  title,
}));

describe('docs/features.md', () => {
  it('names a test in every row', () => {
    const features = page.split('\n').filter(line => /^\| (?!Feature|-)/.test(line));
    const named = features.filter(line => /^\| .* \| `[^`]+\.(test\.ts|mjs)`/.test(line));
    assert.ok(features.length > 40);
    assert.deepEqual(
      features.filter(line => !named.includes(line)),
      [],
    );
  });

  for (const { file, title } of rows) {
    it(`tells of a test that exists: ${file} "${title}"`, () => {
      assert.ok(existsSync(root + file), file);
      const words = readFileSync(root + file, 'utf8').replaceAll("\\'", "'");
      assert.ok(words.includes(title), title);
    });
  }
});
