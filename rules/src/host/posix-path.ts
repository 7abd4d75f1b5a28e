import { posix, sep } from 'node:path';

/** A native path with forward slashes. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Project-relative path of `path` below `root` (both absolute), or undefined when it is not below. */
export function relativeTo(root: string, path: string): string | undefined {
  const base = toPosix(root);
  const full = toPosix(path);
  if (full === base) return '';
  const prefix = base.endsWith('/') ? base : `${base}/`;
  return full.startsWith(prefix) ? full.slice(prefix.length) : undefined;
}

/** Project-relative folder of a project-relative path; `''` is the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/**
 * Joins project-relative paths and removes `.` and `..`; undefined when the result leaves the
 * project.
 */
export function join(folder: string, path: string): string | undefined {
  const joined = posix.normalize(folder === '' ? path : `${folder}/${path}`);
  if (joined === '..' || joined.startsWith('../') || joined.startsWith('/')) return undefined;
  const trimmed = joined.endsWith('/') ? joined.slice(0, -1) : joined;
  return trimmed === '.' ? '' : trimmed;
}

/** `folder` and the folders above it, nearest first, ending with `''`. */
export function foldersUp(folder: string): string[] {
  const result = [folder];
  for (let current = folder; current !== '';) {
    current = folderOf(current);
    result.push(current);
  }
  return result;
}

/** Is `path` the folder itself or something in it? */
export function isWithin(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
