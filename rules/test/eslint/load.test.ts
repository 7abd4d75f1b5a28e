import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const plugin = pathToFileURL(path.resolve(import.meta.dirname, '../../dist/eslint/index.js')).href;

/** Prints the CommonJS modules that are in memory once the plugin is. */
const LIST_MODULES = `
import { createRequire } from 'node:module';
await import('${plugin}');
console.log(Object.keys(createRequire(import.meta.url).cache).join('\\n'));
`;

describe('eslint/load', () => {
  it('loads neither ESLint nor typescript-eslint, which a project may not have', () => {
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', LIST_MODULES], {
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    const modules = stdout.split('\n').map(file => file.replaceAll(path.sep, '/'));
    assert.ok(modules.length > 1);
    assert.deepEqual(
      modules.filter(file => /\/node_modules\/(?:eslint|@eslint|@typescript-eslint)\//u.test(file)),
      [],
    );
  });
});
