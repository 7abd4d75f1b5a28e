import type { FunctionId } from '../link/program.js';
import type { Graph } from './graph.js';

/** A function that sets its own timer anew does so in a few steps; a longer way round is a coincidence of other calls. */
const MAX_STEPS = 4;

/** Whether `to` soon leads back to `from`: then what `from` arms is armed again by what it runs. */
export function leadsBack(graph: Graph, to: FunctionId, from: FunctionId): boolean {
  const seen = new Set([to]);
  let reached: readonly FunctionId[] = [to];
  for (let step = 0; step <= MAX_STEPS; step++) {
    if (seen.has(from)) return true;
    const next: FunctionId[] = [];
    for (const fn of reached) {
      for (const edge of graph.out[fn] ?? []) {
        if (edge.kind === 'load' || edge.tier === 'D' || seen.has(edge.to)) continue;
        seen.add(edge.to);
        next.push(edge.to);
      }
    }
    reached = next;
  }
  return false;
}
