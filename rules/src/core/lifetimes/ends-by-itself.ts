import type { FunctionId } from '../link/program.js';
import { bit } from '../solve/contexts.js';
import type { Solution } from '../solve/solution.js';
import { isLibraryCode } from './repetition.js';

const ENDING = bit('cli') | bit('test') | bit('exit') | bit('worker');

/** Whether what a function acquires goes with the process: commands, workers and tests alone run it, or it is part of a test. */
export function endsByItself(solution: Solution, fn: FunctionId): boolean {
  const { contexts, program } = solution;
  if (contexts.modules.get(program.id(program.file(fn), 0))?.context === 'test') return true;
  const mask = contexts.masks[fn]!;
  return mask !== 0 && (mask & ~ENDING) === 0 && !isLibraryCode(solution, fn);
}
