import { functionsIn } from '../../link/arguments.js';
import { functionIdOf } from '../../link/function-values.js';
import type { FunctionId } from '../../link/program.js';
import { FLOW } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { acquisitionsIn } from '../acquisitions.js';
import { runsFrom } from '../runs-from.js';
import { usesOf } from '../ref-uses.js';
import { trace, type Doing } from '../trace.js';
import { functionOf, type Timer } from './timer.js';

/**
 * Whether a timer is the timeout of a race that nobody clears when another wins: armed in the executor
 * of a promise that is handed to `Promise.race`.
 */
export function losesRace(solution: Solution, timer: Timer): boolean {
  if (timer.isInterval || timer.clears.length > 0 || timer.isHandedOn) return false;
  const { program } = solution;
  const { file } = timer;
  const facts = program.facts[file]!;
  if (timer.trace.doings.some(isRaced)) return true;
  const executor = usesOf(facts, `fn ${program.local(timer.fn)}`).find(use => use.as === 'argument' && use.index === 0);
  if (executor?.as !== 'argument') return false;
  const made = facts.calls[executor.call]!;
  const [kind, name] = facts.refs[made.callee]!;
  if (made.kind !== 'new' || kind !== 'global' || name !== 'Promise') return false;
  return trace(solution, file, `call ${executor.call}`).doings.some(isRaced);
}

function isRaced({ kind, name, fromCollection }: Doing): boolean {
  return kind === 'passed' && name === 'race' && fromCollection;
}

/**
 * Whether a timer is cleared on the way of success only: after an `await` that may throw, and neither
 * in `finally` nor in a `catch`.
 * @returns the call that clears it
 */
export function clearedOnSuccessOnly(solution: Solution, timer: Timer): number | undefined {
  const { program } = solution;
  if (timer.trace.escapes || timer.clears.length !== 1) return undefined;
  const [clear] = timer.clears;
  if (clear!.file !== timer.file || functionOf(solution, clear!) !== timer.fn) return undefined;
  const facts = program.facts[timer.file]!;
  const armed = facts.calls[timer.call]!;
  const cleared = facts.calls[clear!.call]!;
  if (((cleared.flow ?? 0) & (FLOW.finally | FLOW.catch)) !== 0 || cleared.segment === armed.segment) return undefined;
  const between = program
    .callNumbers(timer.fn)
    .map(call => facts.calls[call]!)
    .filter(({ span, awaited }) => awaited && span[0] > armed.span[1] && span[1] < cleared.span[0]);
  // Inside a `try` whose `catch` goes on, the way leads past the clear as well.
  const mayLeave = between.some(({ flow = 0 }) => (flow & FLOW.try) === 0 || ((cleared.flow ?? 0) & FLOW.try) !== 0);
  return mayLeave ? clear!.call : undefined;
}

/** Events of which one or the other comes. */
const SUCCEEDS = new Set([
  'connect',
  'secureConnect',
  'open',
  'ready',
  'response',
  'listening',
  'data',
  'message',
  'load',
]);

/**
 * Whether a timer is cleared by the listener of an event that tells of success, and not by the one of
 * the event that tells of failure, both registered beside it.
 * @returns the event whose listener leaves it armed
 */
export function leftByFailure(solution: Solution, timer: Timer): string | undefined {
  if (timer.isHandedOn || timer.clears.length === 0) return undefined;
  const clearing = new Set(timer.clears.map(doing => functionOf(solution, doing)));
  const listeners = acquisitionsIn(solution, timer.file)
    .filter(({ fn, row }) => fn === timer.fn && row.kind === 'listener')
    .map(({ event = '', listener }) => ({ event, functions: functionsAt(solution, timer.file, listener) }));
  const clears = (fn: FunctionId): boolean => [...runsFrom(solution, [fn])].some(at => clearing.has(at));
  const known = listeners.filter(({ functions }) => functions.length > 0);
  const inListener = known.filter(({ functions }) => functions.some(fn => clearing.has(fn)));
  // Somebody else may clear it for both.
  if (inListener.length === 0 || [...clearing].some(fn => !inListener.some(({ functions }) => functions.includes(fn))))
    return undefined;
  if (!inListener.every(({ event }) => event === '' || SUCCEEDS.has(event))) return undefined;
  return known.find(({ event, functions }) => event === 'error' && !functions.some(clears))?.event;
}

function functionsAt({ linked }: Solution, file: number, ref: number | undefined): readonly FunctionId[] {
  return functionsIn(linked.evaluator, file, ref).map(value => functionIdOf(linked.evaluator, value));
}
