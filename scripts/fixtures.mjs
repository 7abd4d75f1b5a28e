/**
 * Runs fixtures, or rewrites their markers and `.fixed` files to what the engine says today.
 *
 *     npm run fixtures -- [what]              a rule id, `facts`, `workspaces` or one case; all when nothing is named
 *     npm run fixtures -- --update [what]     the diff is the review
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {unknown} problem @returns {never} */
function refuse(problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ options: { update: { type: 'boolean', default: false } }, allowPositionals: true });
  } catch (error) {
    return refuse(error);
  }
}

const { values, positionals } = readArguments();
const [what, ...more] = positionals;
if (more.length > 0) refuse('Name one rule, `facts`, `workspaces` or one case, or nothing for all.');
if (what !== undefined && !existsSync(join(root, 'test-fixtures', what)))
  refuse(`There is no folder test-fixtures/${what}.`);
if (values.update) {
  const { update } = await import('../rules/dist-test/fixtures/update.js');
  const changed = update(what);
  for (const file of changed) console.log(`test-fixtures/${file}`);
  console.log(changed.length === 0 ? 'Nothing to change.' : `${changed.length} files changed; read the diff.`);
} else {
  const filter = what === undefined ? [] : ['--grep', what];
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const tests = join(root, 'rules/dist-test/fixtures.test.js');
  process.exitCode =
    spawnSync(process.execPath, [mocha, tests, ...filter], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
