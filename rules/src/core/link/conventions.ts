import type { Steps } from '../steps.js';
import { ConventionRoots, type FileConventions } from './conventions/convention-roots.js';
import { findDecorated } from './conventions/decorators.js';
import { findFileRoutes, findFileRoutesIn } from './conventions/file-routes.js';
import { findHooks } from './conventions/hooks.js';
import { findLaunched } from './conventions/launches.js';
import { findResolverMaps } from './conventions/resolver-maps.js';
import { findSelfEvident } from './conventions/self-evident.js';
import { findTyped } from './conventions/signatures.js';
import type { Evaluation } from './evaluation.js';

/** Roots that no call registers: decorators, hooks, file names, declared types, shapes, tags. */
export function* conventionalRoots(evaluation: Evaluation): Steps<ConventionRoots> {
  const found = new ConventionRoots(evaluation);
  const files = [...evaluation.program.facts.keys()];
  for (const file of files) {
    findWritten(found, file);
    yield;
  }
  yield* findFileRoutes(found);
  for (const file of files) {
    found.begin(file);
    findLaunched(found, file);
    yield;
  }
  return found;
}

/** As {@link conventionalRoots}, because of one file alone. */
export function conventionsOf(evaluation: Evaluation, file: number): FileConventions {
  const found = new ConventionRoots(evaluation);
  findWritten(found, file);
  findFileRoutesIn(found, file);
  findLaunched(found, file);
  return found.files[file] ?? { roots: [], given: [] };
}

/** What the code of a file says, whatever its name. */
function findWritten(found: ConventionRoots, file: number): void {
  found.begin(file);
  findDecorated(found, file);
  findHooks(found, file);
  findTyped(found, file);
  findSelfEvident(found, file);
  findResolverMaps(found, file);
}
