import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { runSteps, type Steps } from '../core/steps.js';
import { GitIgnore } from './git-ignore.js';
import { readText } from './json-text.js';
import { isLeftOut } from './left-out-folders.js';
import { sourceKind } from './source-kind.js';

/** What one walk over a project finds. All paths are project-relative and sorted by code unit. */
export interface Walk {
  readonly sources: readonly string[];
  /** `package.json` files. */
  readonly manifests: readonly string[];
  /** The `tsconfig.json`, or else `jsconfig.json`, of each folder that has one. */
  readonly compilerConfigs: readonly string[];
  /** Folders and links that could not be read. */
  readonly notices: readonly string[];
}

/**
 * Lists what matters below a project root, in one pass. Left out: see `left-out-folders.ts`, and
 * whatever `.gitignore` files exclude. Symbolic links are followed only to places outside the
 * project, each place once, so that nothing is listed twice and loops end.
 */
export function walkProject(root: string): Walk {
  return runSteps(walkInSteps(root));
}

/** As {@link walkProject}, one folder a step. */
export function walkInSteps(root: string): Steps<Walk> {
  return new Walker(root).run();
}

class Walker {
  private readonly sources: string[] = [];
  private readonly manifests: string[] = [];
  private readonly compilerConfigs: string[] = [];
  private readonly notices: string[] = [];
  /** Real paths of the root and of every folder entered through a link. */
  private readonly entered: string[];

  constructor(private readonly root: string) {
    this.entered = [realPath(root) ?? root];
  }

  *run(): Steps<Walk> {
    yield* this.visit(this.root, '', GitIgnore.above(this.root));
    for (const list of [this.sources, this.manifests, this.compilerConfigs, this.notices]) list.sort();
    const { sources, manifests, compilerConfigs, notices } = this;
    return { sources, manifests, compilerConfigs, notices };
  }

  private *visit(absolute: string, folder: string, outer: GitIgnore): Steps<void> {
    yield;
    const entries = this.list(absolute, folder);
    const names = new Set(entries.map(entry => entry.name));
    const rules = names.has('.gitignore') ? readText(join(absolute, '.gitignore')) : undefined;
    const ignored = rules === undefined ? outer : outer.enter(folder, rules);
    const hasManifest = names.has('package.json');
    const config = ['tsconfig.json', 'jsconfig.json'].find(name => names.has(name));
    const prefix = folder === '' ? '' : `${folder}/`;
    if (hasManifest) this.manifests.push(`${prefix}package.json`);
    if (config !== undefined) this.compilerConfigs.push(prefix + config);
    const besideManifest = folder === '' || hasManifest || config !== undefined;
    for (const entry of entries) {
      const path = prefix + entry.name;
      const kind = this.kindOf(entry, absolute, path);
      if (kind === 'folder') {
        if (isLeftOut(entry.name, besideManifest) || ignored.ignores(path, true)) continue;
        if (entry.isSymbolicLink() && !this.enter(join(absolute, entry.name))) continue;
        yield* this.visit(join(absolute, entry.name), path, ignored);
      } else if (kind === 'file' && sourceKind(entry.name) !== undefined && !ignored.ignores(path, false)) {
        this.sources.push(path);
      }
    }
  }

  private list(absolute: string, folder: string): Dirent[] {
    try {
      const entries = readdirSync(absolute, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      this.notices.push(`cannot read the folder ${folder === '' ? '.' : folder}`);
      return [];
    }
  }

  /** What an entry is; other things than folders and regular files (pipes, sockets) are nothing. */
  private kindOf(entry: Dirent, parent: string, path: string): 'file' | 'folder' | undefined {
    if (entry.isDirectory()) return 'folder';
    if (entry.isFile()) return 'file';
    if (!entry.isSymbolicLink()) return undefined;
    try {
      const target = statSync(join(parent, entry.name));
      if (target.isDirectory()) return 'folder';
      return target.isFile() && !this.isInside(join(parent, entry.name)) ? 'file' : undefined;
    } catch {
      if (sourceKind(entry.name) !== undefined) this.notices.push(`cannot follow the link ${path}`);
      return undefined;
    }
  }

  private isInside(path: string): boolean {
    const real = realPath(path);
    return real === undefined || this.entered.some(place => contains(place, real));
  }

  /** Notes that a linked folder is entered; false when it overlaps with what is listed anyway. */
  private enter(path: string): boolean {
    const real = realPath(path);
    if (real === undefined || this.entered.some(place => contains(place, real) || contains(real, place))) return false;
    this.entered.push(real);
    return true;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
