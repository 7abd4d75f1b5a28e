/**
 * All benchmarks that need nothing from outside, then the tables of bench/README.md.
 *
 *     npm run bench             an hour or so: whole runs of tsc and ESLint on large generated projects
 *     npm run bench:smoke       under a minute: that everything runs; stores nothing, checks no times
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const smoke = process.argv.includes('--smoke');
const steps = smoke
  ? [
      ['speed.mjs', 'all', '--smoke'],
      ['language-server.mjs', '--smoke'],
      ['soak.mjs', '--smoke'],
      ['peers.mjs', '--smoke'],
      ['report.mjs', '--check'],
    ]
  : [['speed.mjs', 'all'], ['language-server.mjs'], ['soak.mjs'], ['report.mjs']];

for (const [script = '', ...args] of steps) {
  console.log(`node bench/${[script, ...args].join(' ')}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exitCode = status ?? 1;
    break;
  }
}
