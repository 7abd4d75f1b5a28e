import type { ActiveRoot } from './contexts.js';
import type { Graph } from './graph.js';
import type { State } from './reach.js';

/** Which of two states a search from nothing finds first: compares like a function for `sort`. */
export function compareStates(graph: Graph, a: State, b: State): number {
  if (a === b) return 0;
  if (a.certainty !== b.certainty) return a.certainty === 'certain' ? -1 : 1;
  const distances = distance(a) - distance(b);
  if (distances !== 0) return distances;
  if (!a.before || !b.before) return a.before ? 1 : b.before ? -1 : compareRoots(graph, a.root, b.root);
  const before = compareStates(graph, a.before, b.before);
  if (before !== 0 || a.via === b.via) return before;
  const out = graph.out[a.before.fn] ?? [];
  return out.indexOf(a.via!) - out.indexOf(b.via!);
}

/** Steps from the handler, or for a possible state from the last certain one. */
export function distance(state: State): number {
  if (state.certainty === 'certain') return state.steps;
  let steps = 0;
  for (let at = state.before; at?.certainty === 'possible'; at = at.before) steps++;
  return steps;
}

/** Roots come in the order of files and calls, registrations first, those inside of handlers last. */
function compareRoots({ program }: Graph, a: ActiveRoot, b: ActiveRoot): number {
  if (a === b) return 0;
  if (a.early !== b.early) return a.early ? -1 : 1;
  const kinds = kindOf(a) - kindOf(b);
  if (kinds !== 0) return kinds;
  const [fileA, fileB] = [program.file(a.registrar ?? a.fn), program.file(b.registrar ?? b.fn)];
  if (fileA !== fileB) return program.paths[fileA]! < program.paths[fileB]! ? -1 : 1;
  const calls = (a.call ?? -1) - (b.call ?? -1);
  return calls !== 0 ? calls : program.fact(a.fn).span[0] - program.fact(b.fn).span[0];
}

/** Registered, by convention, or armed again: the order in which a search begins with them. */
function kindOf({ registrar, reason }: ActiveRoot): number {
  if (registrar === undefined) return 1;
  return reason.startsWith('armed by') ? 2 : 0;
}
