import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Turns a project-relative POSIX path into the path that is shown. */
export type PathStyle = (file: string) => string;

/** Paths as seen from a folder, with `/` on every system. */
export function relativeTo(folder: string, root: string): PathStyle {
  return file => toPosix(relative(folder, join(root, file)));
}

/** The folder with `.git` that holds the project; the project's own root when there is none. */
export function repositoryRoot(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return root;
  }
}

/** A native path written with `/`. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
