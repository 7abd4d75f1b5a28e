/**
 * Runs the tests and ends with one line, `N passed, N failed`.
 *
 *     npm test                              everything
 *     npm test -- cache shop                test files whose path contains one of the words
 *     npm test -- --grep "one file"         tests whose title matches
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

const files = ['rules', 'server', 'client']
  .map(name => join(root, name, 'dist-test'))
  .filter(folder => existsSync(folder))
  .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)))
  .filter(file => file.endsWith('.test.js'))
  .map(file => relative(root, file))
  .filter(file => positionals.length === 0 || positionals.some(word => file.includes(word)))
  .sort();
const mocha = new Mocha({ timeout: 60_000, ...(values.grep === undefined ? {} : { grep: values.grep }) });
for (const file of files) mocha.addFile(join(root, file));

/** @param {number} passed @param {number} failed */
function finish(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

try {
  await mocha.loadFilesAsync();
  const runner = mocha.run(() => finish(runner.stats?.passes ?? 0, runner.stats?.failures ?? 0));
} catch (error) {
  console.error(error);
  finish(0, 1);
}
