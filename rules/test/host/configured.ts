import { buildProducts } from '#dist/host/build-products.js';
import { readConfiguration, type Configuration } from '#dist/host/configuration.js';
import { projectManifest } from '#dist/host/manifest.js';
import { createResolver, type Resolve } from '#dist/host/resolve.js';
import { leftOutTest } from '#dist/host/selection.js';
import { walkProject } from '#dist/host/walk.js';
import type { ProjectManifest } from '#dist/core/port.js';
import { temporaryProject, type Tree } from './temporary-project.js';

export interface Configured {
  readonly root: string;
  readonly files: readonly string[];
  readonly configuration: Configuration;
  readonly manifest: ProjectManifest;
  readonly resolve: Resolve;
}

/** A temporary project as the host sees it, up to the port. */
export function configured(tree: Tree): Configured {
  const root = temporaryProject(tree);
  const walk = walkProject(root);
  const configuration = readConfiguration(root, walk);
  const leftOut = leftOutTest(configuration.compilers.all, []);
  const files = new Set(walk.sources.filter(path => !leftOut(path)));
  const products = buildProducts(files, configuration.compilers.all);
  return {
    root,
    files: [...files],
    configuration,
    manifest: projectManifest(configuration, files, products),
    resolve: createResolver({ root, files, configuration, products }),
  };
}
