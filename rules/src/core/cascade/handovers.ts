import { functionsOf } from '../lifetimes/evaluated.js';
import type { FunctionId } from '../link/program.js';
import type { Solution } from '../solve/solution.js';

/** A call that a function is an argument of. */
export interface Handover {
  readonly file: number;
  readonly call: number;
}

const known = new WeakMap<Solution, ReadonlyMap<FunctionId, readonly Handover[]>>();

/** Calls by which functions of the program are handed to other code, by function. */
export function handovers(solution: Solution): ReadonlyMap<FunctionId, readonly Handover[]> {
  let found = known.get(solution);
  if (!found) known.set(solution, (found = read(solution)));
  return found;
}

/** What names a function where it is handed over; what a function was given has been handed over before. */
const NAMES: ReadonlySet<string> = new Set(['fn', 'var', 'import', 'member']);

function read(solution: Solution): ReadonlyMap<FunctionId, readonly Handover[]> {
  const found = new Map<FunctionId, Handover[]>();
  for (const [file, facts] of solution.program.facts.entries()) {
    for (const [call, { args }] of facts.calls.entries()) {
      const named = args.filter(arg => NAMES.has(facts.refs[arg]![0]));
      for (const fn of named.flatMap(arg => functionsOf(solution, file, arg))) {
        const list = found.get(fn);
        if (list) list.push({ file, call });
        else found.set(fn, [{ file, call }]);
      }
    }
  }
  return found;
}
