import { lstatSync } from 'node:fs';
import { GitIgnore } from './git-ignore.js';
import { readText } from './json-text.js';
import { isLeftOut } from './left-out-folders.js';
import { folderOf, foldersUp, isWithin } from './posix-path.js';
import { sourceKind } from './source-kind.js';
import type { Walk } from './walk.js';

/**
 * Whether a file that an editor holds but the disk does not have yet would be part of the project
 * once it is saved. False for files that exist: of those the walk has the last word.
 */
export function wouldBeSource(root: string, path: string, walk: Walk): boolean {
  if (lstatSync(`${root}/${path}`, { throwIfNoEntry: false }) !== undefined) return false;
  return isSourcePlace(root, path, walk);
}

/** Whether a regular file at a path is, or would be, part of the project. The path itself is not looked at. */
export function isSourcePlace(root: string, path: string, walk: Walk): boolean {
  if (sourceKind(path) === undefined || path.startsWith('/') || !isWithin('', path) || path.split('/').includes('..'))
    return false;
  return isWalked(root, path, walk, false);
}

/**
 * Whether a walk gets to an entry: no folder on the way is left out, and no `.gitignore` excludes it.
 * Reads those files only; the entry itself is not looked at.
 */
export function isWalked(root: string, path: string, walk: Walk, isFolder: boolean): boolean {
  const marked = new Set(['', ...[...walk.manifests, ...walk.compilerConfigs].map(folderOf)]);
  let rules = GitIgnore.above(root);
  for (const folder of foldersUp(isFolder ? path : folderOf(path)).reverse()) {
    const above = folderOf(folder);
    if (
      folder !== '' &&
      (isLeftOut(folder.slice(folder.lastIndexOf('/') + 1), marked.has(above)) || rules.ignores(folder, true))
    )
      return false;
    const text = readText(folder === '' ? `${root}/.gitignore` : `${root}/${folder}/.gitignore`);
    if (text !== undefined) rules = rules.enter(folder, text);
  }
  return isFolder || !rules.ignores(path, false);
}
