import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import type { FunctionId } from '../../link/program.js';
import type { HandlerContext } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { loopsIn } from './awaited-loops.js';
import { listenersIn } from './data-listeners.js';
import type { FoundBackpressure } from './found-backpressure.js';
import { pumpsIn } from './pumps.js';
import { unheardPipesIn } from './unheard-pipes.js';
import { broadcastsIn, enqueuedIn } from './unlooked-at.js';

/** Calls of a file that move chunks on without looking whether there is room for them. */
export function backpressureIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundBackpressure[] {
  const chunks = [
    ...listenersIn(solution, file),
    ...pumpsIn(solution, file),
    ...loopsIn(solution, file),
    ...enqueuedIn(solution, file),
  ].filter(({ fn }) => isWanted(solution, fn, contexts));
  return [...chunks, ...unheardPipesIn(solution, file, contexts), ...broadcastsIn(solution, file, contexts)].sort(
    (a, b) => a.call - b.call,
  );
}

/** Chunks come as events, whatever else leads to a function. */
function isWanted(solution: Solution, fn: FunctionId, contexts: readonly HandlerContext[]): boolean {
  if (endsByItself(solution, fn)) return false;
  return contexts.includes('event') || solution.reach(contexts).reached(fn, undefined) !== undefined;
}
