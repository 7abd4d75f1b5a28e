import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WORK } from './commands.mjs';

const CACHE = join(WORK, 'packages');

/**
 * The folder of a published package, fetched by `npm pack` when it is not there yet. It is only read, never run.
 * @param {string} spec `name@version`
 * @returns {string | undefined} undefined when it cannot be had, for instance without network
 */
export function packageFolder(spec) {
  const folder = join(CACHE, spec.replace(/^@/, '').replaceAll('/', '-'));
  if (existsSync(folder)) return folder;
  const arriving = `${folder}.part`;
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });
  const packed = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', spec, '--pack-destination', arriving], {
    cwd: arriving,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const archive = packed.status === 0 ? readdirSync(arriving).find(name => name.endsWith('.tgz')) : undefined;
  if (archive === undefined) return undefined;
  if (spawnSync('tar', ['xzf', archive], { cwd: arriving }).status !== 0) return undefined;
  const top = readdirSync(arriving).find(name => name !== archive);
  if (top === undefined) return undefined;
  renameSync(join(arriving, top), folder);
  rmSync(arriving, { recursive: true });
  return folder;
}
