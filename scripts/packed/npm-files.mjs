import { spawnSync } from 'node:child_process';

/**
 * What `npm pack` puts into the package of a workspace.
 * @param {string} root
 * @param {string} workspace
 * @returns {string[]} paths inside the package
 */
export function npmFiles(root, workspace) {
  const { status, stdout } = spawnSync(
    'npm',
    ['pack', '--dry-run', '--json', '--loglevel=error', `--workspace=${workspace}`],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`npm pack failed for ${workspace}`);
  /** @type {{ files: { path: string }[] }[]} */
  const packages = JSON.parse(stdout);
  return packages.flatMap(({ files }) => files.map(({ path }) => path));
}
