/**
 * What `npm pack` would publish must be what rules/packed-files.txt lists, so that nothing is added or
 * lost unseen. `--update` rewrites the list; the diff is the review.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const list = new URL('../rules/packed-files.txt', import.meta.url);

/** @returns {string[]} Paths inside the package, sorted. */
function packedFiles() {
  const { status, stdout } = spawnSync(
    'npm',
    ['pack', '--dry-run', '--json', '--loglevel=error', '--workspace=rules'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error('npm pack failed');
  /** @type {{ files: { path: string }[] }[]} */
  const packages = JSON.parse(stdout);
  return packages.flatMap(({ files }) => files.map(({ path }) => path)).sort();
}

const packed = packedFiles();
if (process.argv.includes('--update')) {
  writeFileSync(list, `${packed.join('\n')}\n`);
  console.log(`rules/packed-files.txt lists ${packed.length} files.`);
} else {
  const listed = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  const added = packed.filter(file => !listed.includes(file));
  const lost = listed.filter(file => !packed.includes(file));
  for (const file of added) console.error(`packed, not listed: ${file}`);
  for (const file of lost) console.error(`listed, not packed: ${file}`);
  if (added.length + lost.length > 0) {
    console.error('If this is meant, run: npm run check:packed -- --update');
    process.exitCode = 1;
  } else {
    console.log(`The package holds the ${packed.length} files that rules/packed-files.txt lists.`);
  }
}
