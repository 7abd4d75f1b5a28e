import { lstatSync } from 'node:fs';
import type { Configuration } from './configuration.js';
import { folderOf, isWithin } from './posix-path.js';
import { sourceKind } from './source-kind.js';
import { isSourcePlace, isWalked } from './unsaved.js';
import type { Walk } from './walk.js';

/** Files that decide what is part of a project, or how it is seen. */
const DECIDING =
  /(?:^|\/)(?:package\.json|[tj]sconfig(?:\.[^/]*)?\.json|pnpm-workspace\.yaml|lerna\.json|\.gitignore|loopguard\.config\.json)$/u;

/** What reported paths mean for the list of sources. */
export interface Reported {
  /** The walk as it would be now. */
  readonly walk: Walk;
  /** Sources that are to be read again. */
  readonly sources: readonly string[];
}

/**
 * Works out what a file watcher's report means.
 * @returns undefined when only a look at everything can tell
 */
export function reportedSources(
  root: string,
  paths: readonly string[],
  walk: Walk,
  configuration: Configuration,
): Reported | undefined {
  const listed = new Set(walk.sources);
  const sources = new Set<string>();
  const isReached = reachTest(root, walk);
  for (const path of paths) {
    if (configuration.reads(path)) return undefined;
    if (!isReached(path)) continue;
    if (DECIDING.test(path)) return undefined;
    const found = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
    if (found === undefined) {
      for (const source of listed.has(path) ? [path] : walk.sources.filter(other => isWithin(path, other))) {
        listed.delete(source);
        sources.add(source);
      }
      if ([...walk.manifests, ...walk.compilerConfigs].some(other => isWithin(path, other))) return undefined;
    } else if (found.isFile()) {
      if (sourceKind(path) === undefined) continue;
      if (isSourcePlace(root, path, walk)) listed.add(path);
      else listed.delete(path);
      sources.add(path);
    } else if (found.isDirectory() || sourceKind(path) !== undefined) return undefined;
  }
  const same = listed.size === walk.sources.length && [...sources].every(path => listed.has(path));
  return { walk: same ? walk : { ...walk, sources: [...listed].sort() }, sources: [...sources] };
}

/**
 * Whether a walk gets to a reported path. Of what a build or an installation writes nothing is read or
 * looked at, and there may be thousands of reports: folders are judged once.
 */
function reachTest(root: string, walk: Walk): (path: string) => boolean {
  const folders = new Map<string, boolean>();
  return path => {
    const folder = folderOf(path);
    const isFolderReached = folders.get(folder) ?? isWalked(root, folder, walk, true);
    folders.set(folder, isFolderReached);
    if (!isFolderReached || DECIDING.test(path)) return isFolderReached;
    return isWalked(root, path, walk, sourceKind(path) === undefined) || walk.sources.some(s => isWithin(path, s));
  };
}
