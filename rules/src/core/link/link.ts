import type { Catalog } from '../catalog/lookup.js';
import { linkCalls } from './calls.js';
import { conventionalRoots } from './conventions.js';
import type { CallGraph, Root } from './edges.js';
import { Evaluator } from './evaluate.js';
import type { Program } from './program.js';
import { Values, type Value } from './values.js';

/** Each round sees one more hop of values through parameters; later ones change next to nothing. */
const ROUNDS = 3;

export interface Linked {
  readonly graph: CallGraph;
  readonly roots: readonly Root[];
  readonly evaluator: Evaluator;
}

/** Resolves all calls of a program. Starts from nothing: the answer depends on the program alone. */
export function link(program: Program, catalog: Catalog): Linked {
  const evaluator = new Evaluator(program, catalog, new Values());
  const conventions = conventionalRoots(evaluator);
  for (let round = 1; round < ROUNDS; round++) {
    const { flows } = linkCalls(evaluator);
    evaluator.refine({ args: flows.args, given: merge(flows.given, conventions.given) });
  }
  const { graph } = linkCalls(evaluator);
  return { graph, roots: merged(graph.roots, conventionalRoots(evaluator).roots), evaluator };
}

/** A registration says more than a convention: it names the event. */
function merged(registered: readonly Root[], conventional: readonly Root[]): readonly Root[] {
  const known = new Set(registered.map(root => `${root.fn} ${root.context}`));
  return [...registered, ...conventional.filter(root => !known.has(`${root.fn} ${root.context}`))];
}

function merge(
  a: ReadonlyMap<number, readonly Value[]>,
  b: ReadonlyMap<number, readonly Value[]>,
): Map<number, readonly Value[]> {
  const merged = new Map(a);
  for (const [key, values] of b) merged.set(key, [...(merged.get(key) ?? []), ...values]);
  return merged;
}
