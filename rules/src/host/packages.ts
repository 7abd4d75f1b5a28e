import { type JsonObject, isObject, parseObject } from './json-text.js';
import { folderOf, join } from './posix-path.js';
import { workspaceMatcher, workspacePatterns } from './workspace-patterns.js';

/** A folder with a `package.json`. */
export interface Package {
  /** Project-relative; `''` is the root. */
  readonly folder: string;
  readonly name?: string;
  /** Text as it is on disk. */
  readonly text: string;
  readonly manifest: JsonObject;
}

/** The packages of a project and how they see each other. */
export interface Packages {
  /** Sorted by folder. */
  readonly all: readonly Package[];
  readonly byFolder: ReadonlyMap<string, Package>;
  /** Packages that others can import by name: workspaces, and those linked by path. */
  readonly byName: ReadonlyMap<string, Package>;
  /** Names of all dependencies of any kind, sorted. */
  readonly dependencies: readonly string[];
  /** The lowest major version that a dependency's ranges begin with. */
  readonly majors: ReadonlyMap<string, number>;
  readonly notices: readonly string[];
}

const DEPENDENCY_KEYS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * Reads the manifests of a project.
 * @param manifests project-relative paths of `package.json` files
 * @param read text of a project-relative path
 */
export function readPackages(manifests: readonly string[], read: (path: string) => string | undefined): Packages {
  const all: Package[] = [];
  const notices: string[] = [];
  for (const path of manifests) {
    const text = read(path);
    const manifest = text === undefined ? undefined : parseObject(text);
    if (text === undefined || manifest === undefined) {
      notices.push(`${path}: not a JSON object, left out`);
      continue;
    }
    const name = manifest['name'];
    all.push({ folder: folderOf(path), text, manifest, ...(typeof name === 'string' && name !== '' ? { name } : {}) });
  }
  all.sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const dependencies = new Set<string>();
  const majors = new Map<string, number>();
  for (const [name, range] of all.flatMap(({ manifest }) => dependenciesOf(manifest))) {
    dependencies.add(name);
    const major = /^[\^~>=v\s]*(\d+)/.exec(range)?.[1];
    if (major !== undefined) majors.set(name, Math.min(Number(major), majors.get(name) ?? Infinity));
  }
  const byFolder = new Map(all.map(entry => [entry.folder, entry]));
  return { all, byFolder, byName: importable(all, read), dependencies: [...dependencies].sort(), majors, notices };
}

function importable(all: readonly Package[], read: (path: string) => string | undefined): Map<string, Package> {
  const result = new Map<string, Package>();
  const add = (name: string | undefined, entry: Package | undefined): void => {
    if (name !== undefined && entry !== undefined && !result.has(name)) result.set(name, entry);
  };
  const patterns = workspacePatterns(read);
  if (patterns !== undefined) {
    const isMember = workspaceMatcher(patterns);
    for (const entry of all) if (entry.folder !== '' && isMember(entry.folder)) add(entry.name, entry);
  }
  for (const { folder, manifest } of all) {
    for (const [name, version] of dependenciesOf(manifest)) {
      const path = /^(?:file|link|portal):(.*)$/u.exec(version)?.[1];
      const target = path === undefined ? undefined : join(folder, path);
      if (target !== undefined)
        add(
          name,
          all.find(entry => entry.folder === target),
        );
      else if (version.startsWith('workspace:'))
        add(
          name,
          all.find(entry => entry.name === name),
        );
    }
  }
  return result;
}

function dependenciesOf(manifest: JsonObject): [name: string, version: string][] {
  return DEPENDENCY_KEYS.flatMap(key => {
    const rows = manifest[key];
    if (!isObject(rows)) return [];
    return Object.entries(rows).map(([name, version]): [string, string] => [name, String(version)]);
  });
}
