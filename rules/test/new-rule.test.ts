import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/new-rule.mjs', import.meta.url));

describe('npm run new-rule', () => {
  const refused: Readonly<Record<string, readonly string[]>> = {
    'no name': [],
    'several names': ['no-leak', 'no-other'],
    'a name without `no-`': ['leak'],
    'capital letters': ['no-Leak'],
    'a path': ['no-../leak'],
    'a name that ends in a hyphen': ['no-leak-'],
    'a rule that exists': ['no-sync-io-in-handler'],
  };
  for (const [title, args] of Object.entries(refused)) {
    it(`refuses ${title} with one line`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^[^\n]+\n$/);
    });
  }
});
