import { resolve } from 'node:path';
import { CliError } from './exit.js';
import type { ProjectOptions } from './options.js';
import { progressBar } from './progress.js';
import { commonFolder, folderOption, type Selected } from './selection.js';
import type { Session, World } from './session.js';
import { printable, type Terminal } from './terminal.js';

/** The project's root: as given, or found from what was selected. Absolute, links followed. */
export function projectRoot(options: ProjectOptions, selected: readonly Selected[], world: World, cwd: string): string {
  if (options.root !== undefined) return folderOption('--root', options.root, cwd);
  return world.discover(commonFolder(selected, cwd));
}

/**
 * Analyses a project; a bar shows on a terminal when it takes long.
 *
 * @throws CliError when there is nothing to analyse
 */
export async function openProject(
  root: string,
  options: ProjectOptions,
  world: World,
  terminal: Terminal,
): Promise<Session> {
  const bar = progressBar(terminal, () => performance.now(), process.stderr);
  try {
    const session = await world.open({
      root,
      ...cacheFolder(options, terminal.cwd),
      ...(bar !== undefined && { onProgress: bar.onProgress }),
    });
    const { files, skipped } = session.analysis.stats();
    if (files === 0 && skipped.length === 0) {
      session.close();
      throw new CliError(`no JavaScript or TypeScript files in ${printable(root)}`);
    }
    return session;
  } finally {
    bar?.stop();
  }
}

function cacheFolder({ cache, cacheDir }: ProjectOptions, cwd: string): { cacheDir?: string | false } {
  if (!cache) return { cacheDir: false };
  return cacheDir === undefined ? {} : { cacheDir: resolve(cwd, cacheDir) };
}
