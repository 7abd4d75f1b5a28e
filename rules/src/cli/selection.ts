import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { CliError, reasonOf } from './exit.js';
import { toPosix } from './paths.js';
import { printable } from './terminal.js';

/** A file or folder that was asked for. */
export interface Selected {
  /** Absolute path. */
  readonly path: string;
  readonly folder: boolean;
  /** Named as such, not found by a glob. */
  readonly literal: boolean;
}

/**
 * The files and folders that the words on the command line stand for: paths first, globs after
 * (`[id].ts` is a file name before it is a pattern).
 *
 * @throws CliError when a word stands for nothing
 */
export function selectPaths(words: readonly string[], cwd: string): readonly Selected[] {
  return words.flatMap(word => {
    const path = resolve(cwd, word);
    const folder = word === '' ? undefined : isFolder(path);
    if (folder !== undefined) return [{ path, folder, literal: true }];
    const found = isDynamicPattern(word) ? matches(word, cwd) : [];
    if (found.length > 0) return found;
    throw new CliError(`no such file or folder: ${word === '' ? '"" (an empty path)' : printable(word)}`);
  });
}

/** Folder in which to look for the project: the deepest that holds everything selected. */
export function commonFolder(selected: readonly Selected[], cwd: string): string {
  const folders = selected.map(({ path, folder }) => real(folder ? path : dirname(path)));
  const [first, ...rest] = folders;
  if (first === undefined) return real(cwd);
  return rest.reduce((common, folder) => {
    while (!holds(common, folder)) common = dirname(common);
    return common;
  }, first);
}

/**
 * Tests whether a project-relative path was selected; everything is when nothing was named.
 *
 * @throws CliError when something selected lies outside the project
 */
export function selector(selected: readonly Selected[], root: string): (file: string) => boolean {
  if (selected.length === 0) return () => true;
  const files = new Set<string>();
  const folders: string[] = [];
  for (const { path, folder } of selected) {
    const inside = projectPath(path, root);
    if (folder) folders.push(inside === '' ? '' : `${inside}/`);
    else files.add(inside);
  }
  return file => files.has(file) || folders.some(folder => file.startsWith(folder));
}

/**
 * An absolute path as the engine names it. Tried as written before links are followed.
 *
 * @throws CliError when it lies outside the project
 */
export function projectPath(path: string, root: string): string {
  for (const candidate of [path, real(path)]) {
    if (holds(root, candidate)) return toPosix(relative(root, candidate));
  }
  throw new CliError(`${printable(path)} is outside the project ${printable(root)}`);
}

/** A folder named by an option, links followed.
 *
 * @throws CliError when it is not a folder
 */
export function folderOption(option: string, word: string, cwd: string): string {
  const path = resolve(cwd, word);
  const folder = isFolder(path);
  if (folder === true) return real(path);
  throw new CliError(`${option}: ${folder === undefined ? 'no such folder' : 'not a folder'}: ${printable(word)}`);
}

function matches(pattern: string, cwd: string): readonly Selected[] {
  return globSync(pattern, {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  }).map(path => ({ path: resolve(path), folder: false, literal: false }));
}

function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory();
  } catch (error) {
    throw new CliError(`cannot read ${printable(path)}: ${reasonOf(error)}`);
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[/\\]/.test(way) && !isAbsolute(way);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
