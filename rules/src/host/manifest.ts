import type { ProjectManifest } from '../core/port.js';
import type { BuildProducts } from './build-products.js';
import type { Configuration } from './configuration.js';
import { isObject } from './json-text.js';
import type { Package } from './packages.js';
import { join } from './posix-path.js';
import { sourceStem } from './source-kind.js';

/** The engine's view of a project's packages. */
export function projectManifest(
  configuration: Configuration,
  files: ReadonlySet<string>,
  products: BuildProducts,
): ProjectManifest {
  const sources = (targets: (entry: Package, files: ReadonlySet<string>) => string[]): string[] => {
    const found = configuration.packages.all.flatMap(entry =>
      targets(entry, files).flatMap(target =>
        files.has(target)
          ? target
          : (products.sourceOf(target, entry.folder) ?? namesake(target, entry.folder, files) ?? []),
      ),
    );
    return [...new Set(found)].sort();
  };
  return {
    bins: sources(binTargets),
    entries: sources(entryTargets),
    scripts: [...new Set(configuration.packages.all.flatMap(entry => scriptFiles(entry, files)))].sort(),
    dependencies: configuration.packages.dependencies,
    majors: configuration.packages.majors,
    packages: configuration.packages.all.map(entry => entry.folder),
    modules: configuration.packages.all.flatMap(({ folder, manifest }) =>
      manifest['type'] === 'module' ? folder : [],
    ),
  };
}

/** Project-relative paths that a package's `bin` and `directories.bin` name. */
function binTargets({ folder, manifest }: Package, files: ReadonlySet<string>): string[] {
  const bin = manifest['bin'];
  const named = typeof bin === 'string' ? [bin] : isObject(bin) ? Object.values(bin) : [];
  const targets = named.flatMap(target => (typeof target === 'string' ? (join(folder, target) ?? []) : []));
  const directories = manifest['directories'];
  const binFolder =
    isObject(directories) && typeof directories['bin'] === 'string' ? join(folder, directories['bin']) : undefined;
  if (binFolder !== undefined) for (const file of files) if (file.startsWith(`${binFolder}/`)) targets.push(file);
  // `bin/run` may be written without the extension that the file has.
  return targets.map(target => (!files.has(target) && files.has(`${target}.js`) ? `${target}.js` : target));
}

/** Project-relative paths by which others import a package; none of one that is not published. */
function entryTargets({ folder, manifest }: Package, files: ReadonlySet<string>): string[] {
  if (manifest['private'] === true) return [];
  const named = [manifest['main'], manifest['module'], ...pathsIn(manifest['exports'])];
  const targets = named.flatMap(target => (typeof target === 'string' ? (join(folder, target) ?? []) : []));
  return targets.flatMap(target =>
    [target, `${target}.js`, `${target}/index.js`].filter((path, at) => at === 0 || files.has(path)),
  );
}

/** Paths in `exports`, whatever the conditions. */
function pathsIn(value: unknown): unknown[] {
  return isObject(value) ? Object.values(value).flatMap(pathsIn) : [value];
}

/** Files of the project that a package's `scripts` name. */
function scriptFiles({ folder, manifest }: Package, files: ReadonlySet<string>): string[] {
  const { scripts } = manifest as { scripts?: unknown };
  if (!isObject(scripts)) return [];
  const words = Object.values(scripts).flatMap(command =>
    typeof command === 'string' ? command.split(/[\s"'=;&|]+/) : [],
  );
  return words.flatMap(word => {
    const path = /^[\w./@-]+$/.test(word) ? join(folder, word) : undefined;
    if (path === undefined) return [];
    return [path, ...['.js', '.ts', '.mjs', '.cjs', '.mts', '/index.js', '/index.ts'].map(end => path + end)].filter(
      file => files.has(file),
    );
  });
}

/** A bundled bin keeps its entry's name: `out/cli.js` comes from `src/cli.ts`. */
function namesake(target: string, folder: string, files: ReadonlySet<string>): string | undefined {
  const name = sourceStem(target.slice(target.lastIndexOf('/') + 1));
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const place of [`${prefix}src/`, prefix]) {
    for (const extension of ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']) {
      if (files.has(place + name + extension)) return place + name + extension;
    }
  }
  return undefined;
}
