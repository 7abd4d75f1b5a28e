/**
 * The main job on a real application: checks the demo shop and prints what it found, with the route from
 * the handler to each blocking call. Findings are what is wanted here, so they do not fail the command.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const shop = 'test-fixtures/workspaces/shop';

console.log(`loopguard check ${shop}\n`);
const { status } = spawnSync(process.execPath, ['rules/dist/cli/main.js', 'check', shop, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (status === 0) console.error('Nothing was found, which cannot be: the shop has hazards.');
process.exitCode = status === 1 ? 0 : (status ?? 2) || 1;
