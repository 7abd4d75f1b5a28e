import { sourceKind, sourceStem } from './source-kind.js';

const IMPLEMENTATIONS = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs'];
const DECLARATIONS = ['.d.ts', '.d.mts', '.d.cts'];

/** Which sources a written extension may stand for, in TypeScript's order of candidates. */
const SUBSTITUTES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.jsx': ['.tsx', '.ts', '.jsx', '.js', '.d.ts'],
  '.mjs': ['.mts', '.mjs', '.d.mts'],
  '.cjs': ['.cts', '.cjs', '.d.cts'],
};

/**
 * The known file a path without or with extension stands for. TypeScript's order, except that a
 * declaration file comes last: what the engine wants is the body.
 */
export function knownFile(path: string, files: ReadonlySet<string>): string | undefined {
  const kind = sourceKind(path);
  const substitutes = kind === undefined ? undefined : SUBSTITUTES[kind];
  if (substitutes !== undefined) {
    const found = firstOf(sourceStem(path), substitutes, files);
    if (found !== undefined) return found;
  } else if (kind !== undefined && files.has(path)) {
    return path;
  }
  return firstOf(path, IMPLEMENTATIONS, files) ?? firstOf(path, DECLARATIONS, files);
}

/** The implementation beside a declaration file, when there is one. */
export function implementationOf(path: string, files: ReadonlySet<string>): string {
  if (!DECLARATIONS.some(extension => path.endsWith(extension))) return path;
  return firstOf(sourceStem(path), IMPLEMENTATIONS, files) ?? path;
}

function firstOf(stem: string, extensions: readonly string[], files: ReadonlySet<string>): string | undefined {
  for (const extension of extensions) if (files.has(stem + extension)) return stem + extension;
  return undefined;
}
