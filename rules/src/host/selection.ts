import picomatch from 'picomatch';
import type { CompilerScope } from './compiler-scope.js';
import { isWithin } from './posix-path.js';

/**
 * A test for paths that are sources by name but not analysed: what compilers write, and what the
 * settings ignore.
 */
export function leftOutTest(scopes: readonly CompilerScope[], ignore: readonly string[]): (path: string) => boolean {
  const outputs = [...new Set(scopes.flatMap(scope => scope.output?.to ?? []))];
  const globs = ignore.map(glob => glob.replace(/^\.?\//u, '').replace(/\/+$/u, ''));
  const ignored = picomatch(
    globs.flatMap(glob => [glob, `${glob}/**`]),
    { dot: true },
  );
  return path => outputs.some(output => isWithin(output, path)) || ignored(path);
}
