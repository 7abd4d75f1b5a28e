import type { FunctionId } from '../link/program.js';
import type { Graph } from './graph.js';

/** Whether `to` leads back to `from`: then what `from` arms is armed again by what it runs. */
export function leadsBack(graph: Graph, to: FunctionId, from: FunctionId): boolean {
  if (to === from) return true;
  const seen = new Set([to]);
  for (const fn of seen) {
    for (const edge of graph.out[fn] ?? []) {
      if (edge.kind === 'load') continue;
      if (edge.to === from) return true;
      seen.add(edge.to);
    }
    // A re-arming loop is short; a walk through half the program is a coincidence of other edges.
    if (seen.size > 400) return false;
  }
  return false;
}
