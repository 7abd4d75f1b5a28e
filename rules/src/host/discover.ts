import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseObject, readText } from './json-text.js';
import { relativeTo } from './posix-path.js';
import { workspaceMatcher, workspacePatterns } from './workspace-patterns.js';

/** Where a project stands and what made it one. */
export interface ProjectLocation {
  /** Absolute native path. */
  readonly root: string;
  readonly kind: 'workspace' | 'package' | 'config' | 'folder';
}

/**
 * Finds the project a file or folder belongs to: the nearest workspace root whose patterns cover
 * it, else the nearest folder with a `package.json`, else with a `tsconfig.json` or
 * `jsconfig.json`, else the folder itself. Never looks above the root of the Git repository.
 */
export function discoverProject(start: string): ProjectLocation {
  const folders = candidates(startFolder(resolve(start)));
  const manifest = folders.find(isPackage);
  const workspace = folders.find(folder => isWorkspaceOf(folder, manifest));
  if (workspace !== undefined) return { root: workspace, kind: 'workspace' };
  if (manifest !== undefined) return { root: manifest, kind: 'package' };
  const config = folders.find(
    folder => existsSync(join(folder, 'tsconfig.json')) || existsSync(join(folder, 'jsconfig.json')),
  );
  if (config !== undefined) return { root: config, kind: 'config' };
  return { root: folders[0] ?? resolve(start), kind: 'folder' };
}

/** The folder to start from; a path that does not exist yet counts as a file. */
function startFolder(start: string): string {
  let current = start;
  while (!isFolder(current) && dirname(current) !== current) current = dirname(current);
  return current;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A `package.json` that only says `type` or the like marks a folder inside a package. */
function isPackage(folder: string): boolean {
  const manifest = parseObject(readText(join(folder, 'package.json')) ?? '');
  const telling = ['name', 'dependencies', 'devDependencies', 'scripts', 'workspaces', 'loopguard'];
  return manifest !== undefined && telling.some(key => key in manifest);
}

/** The folder and those above it, up to and including the Git root; nearest first. */
function candidates(start: string): string[] {
  const result = [start];
  for (let current = start; !existsSync(join(current, '.git')) && dirname(current) !== current;) {
    current = dirname(current);
    result.push(current);
  }
  return result;
}

function isWorkspaceOf(folder: string, nearestPackage: string | undefined): boolean {
  const patterns = workspacePatterns(name => readText(join(folder, name)));
  if (patterns === undefined) return false;
  if (nearestPackage === undefined || nearestPackage === folder) return true;
  const member = relativeTo(folder, nearestPackage);
  return member !== undefined && workspaceMatcher(patterns)(member);
}
