import type { FunctionId } from '../link/program.js';
import type { Solution } from '../solve/solution.js';
import { lastName } from './trace.js';

/** Functions handed to these are taken away, not run. */
const TAKES_AWAY = /^(?:off$|remove|clear|unsubscribe|detach)/;

/** Functions that run when some do. */
export function runsFrom(
  { program, graph }: Pick<Solution, 'program' | 'graph'>,
  starts: Iterable<FunctionId>,
): ReadonlySet<FunctionId> {
  const found = new Set(starts);
  for (const fn of found) {
    const facts = program.facts[program.file(fn)]!;
    for (const { kind, to, call } of graph.out[fn] ?? []) {
      const isTaken = kind !== 'call' && call >= 0 && TAKES_AWAY.test(lastName(facts, facts.calls[call]!.callee));
      if (kind !== 'load' && !isTaken) found.add(to);
    }
  }
  return found;
}
