import { type CompilerScopes, readCompilerScopes } from './compiler-scope.js';
import { type Packages, readPackages } from './packages.js';
import { toPosix } from './posix-path.js';
import { RecordedFiles } from './recorded-files.js';
import type { Walk } from './walk.js';

/** Everything that configuration files say of a project; independent of the source files in it. */
export interface Configuration {
  readonly packages: Packages;
  readonly compilers: CompilerScopes;
  readonly notices: readonly string[];
  /** Whether a project-relative path was looked at for it. */
  reads(path: string): boolean;
  /** Whether the disk would give another configuration now, for the same walk. */
  changed(): boolean;
}

/** Reads what `package.json` and `tsconfig.json` files say. Broken ones give notices. */
export function readConfiguration(root: string, walk: Walk): Configuration {
  const files = new RecordedFiles();
  const packages = readPackages(walk.manifests, path => files.read(`${toPosix(root)}/${path}`));
  const compilers = readCompilerScopes(root, walk.compilerConfigs, files);
  return {
    packages,
    compilers,
    notices: [...packages.notices, ...compilers.notices],
    reads: path => files.asked(`${toPosix(root)}/${path}`),
    changed: () => files.changed(),
  };
}
