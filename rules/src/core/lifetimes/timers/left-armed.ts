import { functionsIn } from '../../link/arguments.js';
import { functionIdOf } from '../../link/function-values.js';
import type { FunctionId } from '../../link/program.js';
import { FLOW } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { acquisitionsIn } from '../acquisitions.js';
import { runsFrom } from '../runs-from.js';
import { usesOf } from '../ref-uses.js';
import { trace, type Doing } from '../trace.js';
import { functionOf, isWithin, type Timer } from './timer.js';

/**
 * Whether a timer is the timeout of a race that nobody clears when another wins: armed in the executor
 * of a promise that is handed to `Promise.race`.
 */
export function losesRace(solution: Solution, timer: Timer): boolean {
  if (timer.isInterval || timer.clears.length > 0 || timer.isHandedOn) return false;
  const { file } = timer;
  if (timer.trace.doings.some(isRaced)) return true;
  const promise = promiseOf(solution, timer);
  return promise !== undefined && trace(solution, file, `call ${promise}`).doings.some(isRaced);
}

/** The call that makes the promise in whose executor a timer is armed. */
function promiseOf({ program }: Solution, { file, fn }: Timer): number | undefined {
  const facts = program.facts[file]!;
  const executor = usesOf(facts, `fn ${program.local(fn)}`).find(use => use.as === 'argument' && use.index === 0);
  if (executor?.as !== 'argument') return undefined;
  const made = facts.calls[executor.call]!;
  const [kind, name] = facts.refs[made.callee]!;
  return made.kind === 'new' && kind === 'global' && name === 'Promise' ? executor.call : undefined;
}

/**
 * Whether a promise is resolved by a timer that was told not to keep the process alive: whoever waits
 * for it may never go on, since the process ends before. Not where the promise is one of a race.
 * https://nodejs.org/api/timers.html#timeoutunref
 */
export function isWaitedForUnref(solution: Solution, timer: Timer): boolean {
  const { program } = solution;
  if (timer.isInterval || !timer.trace.doings.some(({ kind, name }) => kind === 'method' && name === 'unref'))
    return false;
  const promise = promiseOf(solution, timer);
  if (promise === undefined || losesRace(solution, timer)) return false;
  const resolve = `param ${program.local(timer.fn)} 0`;
  return usesOf(program.facts[timer.file]!, resolve).some(
    use =>
      (use.as === 'argument' && use.call === timer.call) ||
      (use.as === 'callee' && timer.callbacks.some(fn => isWithin(solution, { file: timer.file, call: use.call }, fn))),
  );
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
