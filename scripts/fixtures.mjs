/**
 * Runs fixtures, or rewrites their markers and `.fixed` files to what the engine says today.
 *
 *     npm run fixtures -- [group]              a rule id, `facts` or `workspaces`; all when none is named
 *     npm run fixtures -- --update [group]     the diff is the review
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

main();

function main() {
  let args;
  try {
    args = parseArgs({ options: { update: { type: 'boolean', default: false } }, allowPositionals: true });
  } catch (error) {
    fail(error.message);
  }
  const [group, ...more] = args.positionals;
  if (more.length > 0) fail('name one rule, `facts` or `workspaces`, or none for all');
  if (group !== undefined && !existsSync(`${root}/test-fixtures/${group}`))
    fail(`there is no folder test-fixtures/${group}`);
  if (args.values.update) return update(group);
  const filter = group === undefined ? [] : ['--grep', `fixtures: ${group}`];
  runNode('node_modules/mocha/bin/mocha.js', 'rules/dist-test/fixtures.test.js', ...filter);
}

async function update(group) {
  const { update: rewriteAll } = await import('../rules/dist-test/fixtures/update.js');
  const changed = rewriteAll(group);
  for (const file of changed) console.log(`test-fixtures/${file}`);
  console.log(changed.length === 0 ? 'Nothing to change.' : `${changed.length} files changed; read the diff.`);
}

function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function fail(line) {
  console.error(line);
  process.exit(2);
}
