import type { CompilerScope } from './compiler-scope.js';
import { folderOf, isWithin } from './posix-path.js';
import { sourceStem } from './source-kind.js';

/** Folder names that build tools write to. */
const PRODUCT_FOLDERS = new Set([
  'dist',
  'build',
  'lib',
  'out',
  'output',
  'es',
  'esm',
  'cjs',
  'umd',
  'commonjs',
  'module',
  'modules',
  'node',
  'types',
  'typings',
  'declarations',
  'compiled',
  'release',
  'bundle',
  'bundles',
  'node-esm',
  'dts',
  '_cjs',
  '_esm',
  'dist-cjs',
  'dist-esm',
  'dist-types',
  'lib-esm',
  'bin',
]);
const IMPLEMENTATIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** Leads from files that a build would write back to the sources they are written from. */
export interface BuildProducts {
  /**
   * Source of a file that is not part of the project itself.
   * @param path project-relative path of the product, extension included
   * @param folder folder of the package it belongs to
   */
  sourceOf(path: string, folder: string): string | undefined;
}

/** A pure function of the known files and the compilers' output folders. */
export function buildProducts(files: ReadonlySet<string>, scopes: readonly CompilerScope[]): BuildProducts {
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = folderOf(file); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);

  const find = (stem: string): string | undefined => {
    for (const extension of IMPLEMENTATIONS) if (files.has(stem + extension)) return stem + extension;
    return undefined;
  };
  const byCompiler = (path: string): string | undefined => {
    for (const { output } of scopes) {
      if (output === undefined || path === output.to || !isWithin(output.to, path)) continue;
      const rest = sourceStem(path.slice(output.to.length + 1));
      for (const from of output.from) {
        const source = find(from === '' ? rest : `${from}/${rest}`);
        if (source !== undefined) return source;
      }
    }
    return undefined;
  };
  const byName = (path: string, folder: string): string | undefined => {
    if (!isWithin(folder, path)) return undefined;
    const prefix = folder === '' ? '' : `${folder}/`;
    const segments = sourceStem(path.slice(prefix.length)).split('/');
    const first = segments[0] ?? '';
    if (segments.length < 2 || !PRODUCT_FOLDERS.has(first) || folders.has(prefix + first)) return undefined;
    for (let skipped = 1; skipped < segments.length; skipped++) {
      const rest = segments.slice(skipped).join('/');
      const source = find(`${prefix}src/${rest}`) ?? find(`${prefix}source/${rest}`) ?? find(prefix + rest);
      if (source !== undefined) return source;
      if (!PRODUCT_FOLDERS.has(segments[skipped] ?? '')) break;
    }
    return undefined;
  };
  return { sourceOf: (path, folder) => byCompiler(path) ?? byName(path, folder) };
}
