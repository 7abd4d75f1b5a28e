/**
 * Tests of an application before and after its blocking calls are made async by one command. The folder is a clean Git
 * checkout with its packages installed; it is as it was afterwards. Results of several applications stand in one table.
 *
 *     node bench/cascade-tests.mjs --app <dir> --test "npx mocha"                   calls that handlers reach
 *     node bench/cascade-tests.mjs --app <dir> --test "npx mocha" --everywhere      all calls
 *     node bench/cascade-tests.mjs --app <dir> --test "npx vitest run" --ignore-mocks
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { LOOPGUARD } from './commands.mjs';
import { loadResult, saveResult } from './results.mjs';

const { values } = parseArgs({
  options: {
    app: { type: 'string' },
    test: { type: 'string' },
    everywhere: { type: 'boolean', default: false },
    'ignore-mocks': { type: 'boolean', default: false },
  },
});
if (values.app === undefined || values.test === undefined) {
  console.error('cascade-tests: say where the application is, and how it is tested: --app <dir> --test <command>');
  process.exit(2);
}
const cwd = resolve(values.app);
const command = values.test;
const flags = ['everywhere', 'ignore-mocks'].filter(name => values[name] === true).map(name => `--${name}`);

/** How runners sum up: mocha, node:test, jest and vitest. */
const PASSED = [/(\d+) passing/, /^(?:#|ℹ) pass (\d+)/m, /^\s*Tests:?\s.*?(\d+) passed/m];
const FAILED = [/(\d+) failing/, /^(?:#|ℹ) fail (\d+)/m, /^\s*Tests:?\s.*?(\d+) failed/m];

/** @param {readonly RegExp[]} patterns @param {string} text */
const count = (patterns, text) => Number(patterns.map(one => one.exec(text)?.[1]).find(Boolean) ?? 0);

function tests() {
  const { stdout, stderr } = spawnSync(command, {
    cwd,
    shell: true,
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 2 ** 30,
  });
  const said = stripVTControlCharacters(stdout + stderr);
  return { passed: count(PASSED, said), failed: count(FAILED, said) };
}

/** @param {string[]} words */
const git = (...words) => execFileSync('git', words, { cwd, encoding: 'utf8' });
// What is not committed would be lost when the files are put back.
if (git('status', '--porcelain') !== '') throw new Error(`${values.app} has changes that are not committed`);

try {
  const before = tests();
  if (before.passed === 0) throw new Error(`no test passes before: ${command}`);
  // Tests may have written files.
  git('checkout', '--', '.');
  const calls = madeAsync();
  const row = { name: basename(cwd), command, flags: flags.join(' '), calls, before, after: tests() };
  console.log(JSON.stringify(row));
  const rows = loadResult('cascade-tests')?.rows ?? [];
  const others = rows.filter(({ name }) => name !== row.name);
  saveResult('cascade-tests', { rows: [...others, row].sort((a, b) => (a.name < b.name ? -1 : 1)) });
} finally {
  git('checkout', '--', '.');
}

/** Rewrites what can be, and gives how many calls that were. */
function madeAsync() {
  const [node = '', ...words] = LOOPGUARD;
  const fixed = spawnSync(node, [...words, 'fix', '--cascade', '--all', '--no-cache', '--root', '.', ...flags], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const summary = fixed.stdout.trim().split('\n').at(-1) ?? '';
  const calls = Number(/^Rewrote (\d+)/.exec(summary)?.[1]);
  if (Number.isNaN(calls)) throw new Error(`nothing was rewritten: ${summary} ${fixed.stderr}`);
  return calls;
}
