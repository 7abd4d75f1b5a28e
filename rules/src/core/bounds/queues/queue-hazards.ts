import type { HandlerContext } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { accumulatorsIn } from './accumulators.js';
import { backlogsIn } from './backlogs.js';
import type { FoundQueue } from './found-queue.js';
import { libraryQueuesIn } from './library-queues.js';
import { promiseTailsIn } from './promise-tails.js';

/** What is filled in a file with no limit to how much it may hold. */
export function queuesIn(solution: Solution, file: number, contexts: readonly HandlerContext[]): readonly FoundQueue[] {
  return [
    ...accumulatorsIn(solution, file),
    ...backlogsIn(solution, file, contexts),
    ...libraryQueuesIn(solution, file, contexts),
    ...promiseTailsIn(solution, file, contexts),
  ].sort((a, b) => a.token[0] - b.token[0]);
}
