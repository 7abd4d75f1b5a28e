/**
 * All blocking calls of the demo shop made async by one command: its own build and tests, then requests over loopback
 * to the handlers that block, with the delay of the server's event loop; before and after, one table.
 *
 *     node bench/cascade-shop.mjs        needs `npm run build`
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOOPGUARD } from './commands.mjs';
import { saveResult } from './results.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shop = join(root, 'test-fixtures/workspaces/shop');
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), 'shop-cascade-'));
try {
  for (const name of ['src', 'test', 'scripts', 'data', 'package.json', 'tsconfig.json'])
    cpSync(join(shop, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const before = measure('as it is');
  const [node, ...command] = LOOPGUARD;
  const fixed = spawnSync(node, [...command, 'fix', '--cascade', '--all', '--allow-dirty'], {
    cwd: folder,
    encoding: 'utf8',
  });
  console.log(fixed.stdout.trim().split('\n').at(-1));
  const after = measure('made async');
  console.table([before, after]);
  saveResult('cascade-shop', { summary: fixed.stdout.trim().split('\n').at(-1), rows: [before, after] });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} shopIs */
function measure(shopIs) {
  run([join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], 'the shop does not compile');
  run(['--test', 'dist/test/shop.test.js'], 'its tests fail');
  const rounds = Array.from({ length: ROUNDS }, () =>
    JSON.parse(run([fileURLToPath(new URL('cascade-shop-load.mjs', import.meta.url)), folder], 'the load fails')),
  );
  const median = name => rounds.map(round => round[name]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  return {
    shop: shopIs,
    tests: 'pass',
    ...Object.fromEntries(Object.keys(rounds[0]).map(name => [name, median(name)])),
  };
}

/** @param {string[]} args @param {string} problem */
function run(args, problem) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${problem}: ${stdout}${stderr}`);
  return stdout;
}
