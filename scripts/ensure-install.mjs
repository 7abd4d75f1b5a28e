/**
 * Installs what package-lock.json asks for and node_modules lacks. Says nothing and takes well under a
 * second when nothing is missing. Imports no package: none may be there yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/**
 * @param {string} path
 * @returns {any} The parsed file, or undefined when there is none.
 */
function readJson(path) {
  const url = new URL(path, root);
  return existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')) : undefined;
}

/**
 * Packages of the lock file that are absent, or there in another version. npm's own record in
 * node_modules says what is there; the folders are looked at too, because a record can outlive them.
 */
function missingPackages() {
  const wanted = readJson('package-lock.json').packages;
  const present = readJson('node_modules/.package-lock.json')?.packages ?? {};
  return Object.keys(wanted).filter(path => {
    const entry = wanted[path];
    if (!path.includes('node_modules/') || entry.optional || entry.devOptional) return false;
    if (!existsSync(new URL(path, root))) return !entry.peer;
    return entry.version !== present[path]?.version;
  });
}

const missing = missingPackages();
if (missing.length > 0) {
  console.log(`Installing ${missing.length} packages that are missing or outdated (npm install) …`);
  // Not `npm ci`: it refuses a lock file without the binaries that other platforms would need.
  const result = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('The packages could not be installed; see above.');
    process.exit(result.status ?? 1);
  }
}
