import type { FunctionId } from '../../link/program.js';
import { FLOW } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { calledApi, calledFunctions } from '../call-targets.js';
import { flagsOf, isUnder } from '../own-flags.js';
import type { Timer } from './timer.js';

/** A run that takes longer than this is no longer a matter of a slow answer. */
const LONG_PERIOD_MS = 60_000;
/** A run that waits once leaves nothing half done for the next one to run into. */
const FEWEST_WAITS = 2;
/** Functions that are followed below the callback. */
const MAX_DEPTH = 3;

/**
 * Whether an interval may run its callback again while it still waits: the callback awaits something,
 * and no flag that it sets keeps the next run away. Periods of a minute and more count as long enough.
 */
export function overlaps(solution: Solution, timer: Timer): FunctionId | undefined {
  if (!timer.isInterval || timer.callbacks.length !== 1) return undefined;
  if (timer.delay !== undefined && timer.delay >= LONG_PERIOD_MS) return undefined;
  const [callback] = timer.callbacks;
  return waitsUnguarded(solution, callback!, MAX_DEPTH) >= FEWEST_WAITS ? callback : undefined;
}

/** How many times a run of a function waits without a flag of its own that keeps the next run away. */
function waitsUnguarded(solution: Solution, fn: FunctionId, depth: number): number {
  const { program, linked } = solution;
  const file = program.file(fn);
  const facts = program.facts[file]!;
  const fact = program.fact(fn);
  if (fact.generator) return 0;
  if (!fact.async) return waitsOfOnlyCall(solution, fn, depth);
  const flags = flagsOf(solution, fn, { closures: true });
  let waits = 0;
  let mayWait = false;
  for (const call of program.callNumbers(fn)) {
    const { awaited, condition, flow = 0 } = facts.calls[call]!;
    if (!awaited || isUnder(facts, condition, flags)) continue;
    const targets = calledFunctions(linked.files[file]!, call);
    if ((flow & FLOW.branch) !== 0) {
      mayWait ||= solution.catalog.waits.has(calledApi(linked.files[file]!, call) ?? '');
      continue;
    }
    // What a function here waits for is told by its own body.
    waits +=
      targets.length === 0 || depth === 0 ? 1 : Math.max(...targets.map(to => waitsUnguarded(solution, to, depth - 1)));
  }
  // Of branches only waits for others count, and as one: they rarely all apply.
  return mayWait && waits > 0 ? waits + 1 : waits;
}

/** `() => poll()`, and `() => { void poll(); }`. */
function waitsOfOnlyCall(solution: Solution, fn: FunctionId, depth: number): number {
  const { program, linked } = solution;
  const [only, ...more] = program.callNumbers(fn);
  if (only === undefined || more.length > 0 || depth === 0) return 0;
  const facts = program.facts[program.file(fn)]!;
  if (isUnder(facts, facts.calls[only]!.condition, flagsOf(solution, fn, { closures: true }))) return 0;
  const targets = calledFunctions(linked.files[program.file(fn)]!, only).filter(to => program.fact(to).async);
  return Math.max(0, ...targets.map(to => waitsUnguarded(solution, to, depth - 1)));
}
