import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is used of an `ESLint` object, of any version since 7. */
export interface Eslint {
  calculateConfigForFile(file: string): Promise<object | undefined>;
  isPathIgnored(file: string): Promise<boolean>;
  /** Absent from eslintrc's class. */
  findConfigFile?(file?: string): Promise<string | undefined>;
}

type EslintClass = new (options: { readonly cwd: string }) => Eslint;

/** What the package exports. `loadESLint` chooses between flat configuration and eslintrc, since 8.57. */
interface EslintPackage {
  readonly ESLint?: EslintClass;
  readonly loadESLint?: () => Promise<EslintClass>;
}

/**
 * The ESLint that a file of `folder` would import, working in that folder; undefined when none is
 * installed. Runs code of the workspace. Rejects with what the package throws.
 */
export async function installedEslint(folder: string): Promise<Eslint | undefined> {
  const entry = entryOf(folder);
  if (entry === undefined) return undefined;
  const module = (await import(pathToFileURL(entry).href)) as EslintPackage & { readonly default?: EslintPackage };
  const eslint = module.ESLint === undefined ? (module.default ?? module) : module;
  const Class = (await eslint.loadESLint?.()) ?? eslint.ESLint;
  if (Class === undefined) throw new Error('The installed ESLint is too old: it has no `ESLint` class.');
  return new Class({ cwd: folder });
}

function entryOf(folder: string): string | undefined {
  try {
    return createRequire(path.join(folder, 'package.json')).resolve('eslint');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
