import { ConventionRoots } from './conventions/convention-roots.js';
import { findDecorated } from './conventions/decorators.js';
import { findFileRoutes } from './conventions/file-routes.js';
import { findHooks } from './conventions/hooks.js';
import { findLaunched } from './conventions/launches.js';
import { findResolverMaps } from './conventions/resolver-maps.js';
import { findSelfEvident } from './conventions/self-evident.js';
import { findTyped } from './conventions/signatures.js';
import type { Root } from './edges.js';
import type { Evaluation } from './evaluation.js';
import type { Flows } from './flows.js';

/** Roots that no call registers: decorators, hooks, file names, declared types, shapes, tags. */
export function conventionalRoots(evaluation: Evaluation): { roots: readonly Root[]; given: Flows['given'] } {
  const found = new ConventionRoots(evaluation);
  for (const file of evaluation.program.facts.keys()) {
    findDecorated(found, file);
    findHooks(found, file);
    findTyped(found, file);
    findSelfEvident(found, file);
    findResolverMaps(found, file);
  }
  findFileRoutes(found);
  findLaunched(found);
  return found;
}
