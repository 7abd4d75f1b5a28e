import type { FunctionId } from '../../link/program.js';
import type { HandlerContext } from '../../model.js';
import type { ActiveRoot } from '../../solve/contexts.js';
import type { Solution } from '../../solve/solution.js';
import { calledFunctions } from '../call-targets.js';
import { flagsOf, isUnder } from '../own-flags.js';
import { alternatives, refKey } from '../ref-keys.js';
import { repeatsDuring } from '../repetition.js';
import type { Lifetime } from '../lifetime.js';
import type { Place } from '../trace.js';
import { functionOf, timersIn, type Timer } from './timer.js';

/** Calls below a function that may clear, and callers above it. */
const MAX_DEPTH = 3;

/** A timer whose handle is overwritten while an earlier one may be pending. */
export interface Rearmed {
  readonly place: Place;
  /** Call of the place's file that gives the timer. */
  readonly call: number;
  /** Why it is armed again. */
  readonly root: ActiveRoot;
}

/** Where a timer's handle is put into a place. */
export interface Put {
  readonly fn: FunctionId;
  readonly at: number;
  readonly condition: number | undefined;
}

/**
 * Whether a timer is armed again into the place that holds an earlier one, which nothing has cleared
 * on the way. For one-shot timers only where the code clears that place somewhere: then it minds.
 */
export function rearmed(solution: Solution, timer: Timer, contexts: readonly HandlerContext[]): Rearmed | undefined {
  if (!timer.isInterval && timer.clears.length === 0) return undefined;
  for (const place of timer.trace.places) {
    const isHere = place.file === timer.file && /^call \d+$/.test(place.from);
    const lifetime = place.collection || !isHere ? undefined : lifetimeOf(solution, place);
    if (!lifetime) continue;
    const except = firedFrom(solution, timer, place);
    for (const put of putsInto(solution, place)) {
      if (isTested(solution, place, put, put.condition) || isTested(solution, place, put, conditionOf(solution, place)))
        continue;
      const root = repeatsDuring(solution, { fn: put.fn, contexts, except }, lifetime);
      if (!root || except.has(root.fn) || isClearedBefore(solution, timer, put)) continue;
      if (isEndedByAnother(solution, timer, root, contexts)) continue;
      return { place, root, call: Number(place.from.slice('call '.length)) };
    }
  }
  return undefined;
}

/** Callbacks of the timeouts that a place holds: when they run, what it held has fired. */
function firedFrom(solution: Solution, timer: Timer, { key }: Place): ReadonlySet<FunctionId> {
  if (timer.isInterval) return new Set(timer.callbacks);
  const others = timersIn(solution, timer.file).filter(
    one => !one.isInterval && one.trace.places.some(place => place.file === timer.file && place.key === key),
  );
  return new Set([timer, ...others].flatMap(one => one.callbacks));
}

/** Assignments of the traced value to a place, but for its declaration. */
export function putsInto({ program }: Solution, { file, key, from }: Place): readonly Put[] {
  const facts = program.facts[file]!;
  return facts.writes
    .filter(
      ({ kind, target, value }) =>
        kind === 'assign' && refKey(facts, target) === key && alternatives(facts, value).includes(from),
    )
    .map(({ fn, token, condition }) => ({ fn: program.id(file, fn), at: token[0], condition }));
}

/** How long a place holds what is put into it; undefined for places that are not understood. */
export function lifetimeOf({ program }: Solution, { file, key }: Place): Lifetime | undefined {
  const field = /^this (\d+)\.[\w$#]+$/.exec(key)?.[1];
  if (field !== undefined) return { of: 'instance', class: { file, index: Number(field) } };
  const variable = /^var (\d+)$/.exec(key)?.[1];
  if (variable === undefined) return undefined;
  const { fn } = program.facts[file]!.variables[Number(variable)]!;
  return fn === 0 ? { of: 'process' } : { of: 'run', fn: program.id(file, fn) };
}

/** Condition around the call whose result goes into a place: `this.timer ||= setTimeout(…)`. */
function conditionOf({ program }: Solution, { file, from }: Place): number | undefined {
  return program.call(file, Number(from.slice('call '.length))).condition;
}

/** Whether the code looks at the place, or at a flag that it sets itself, before it arms. */
function isTested(solution: Solution, { file, key }: Place, { fn }: Put, condition: number | undefined): boolean {
  const places = new Set([...flagsOf(solution, fn, { closures: false }), key]);
  return isUnder(solution.program.facts[file]!, condition, places);
}

/** Whether another event clears it: what `mousedown` starts, `mouseup` stops. */
function isEndedByAnother(
  solution: Solution,
  timer: Timer,
  { fn: starting }: ActiveRoot,
  contexts: readonly HandlerContext[],
): boolean {
  return timer.clears.some(doing => {
    const asked = { fn: functionOf(solution, doing), contexts, except: new Set([starting]) };
    const root = repeatsDuring(solution, asked, { of: 'process' });
    return root !== undefined && root.fn !== starting && !solution.graph.reachable([root.fn]).has(starting);
  });
}

/** Whether a clear stands before the arming: in the function itself, in one it calls first, or in its callers. */
function isClearedBefore(solution: Solution, timer: Timer, put: Put): boolean {
  const clearing = new Set(timer.clears.map(doing => functionOf(solution, doing)));
  const before = (fn: FunctionId, at: number, depth: number): boolean => {
    if (doneBefore(solution, timer, fn, at, clearing)) return true;
    // A handler is not run by those who registered it.
    if (depth === 0 || solution.contexts.rootsOf(fn).length > 0) return false;
    const callers = (solution.graph.incoming[fn] ?? []).filter(edge => edge.call >= 0 && edge.from !== fn);
    if (callers.some(edge => before(edge.from, startOf(solution, edge.from, edge.call), depth - 1))) return true;
    const { parent, span } = solution.program.fact(fn);
    return parent > 0 && before(solution.program.id(solution.program.file(fn), parent), span[0], depth - 1);
  };
  return before(put.fn, put.at, MAX_DEPTH);
}

function startOf({ program }: Solution, fn: FunctionId, call: number): number {
  return program.call(program.file(fn), call).span[0];
}

function doneBefore(
  solution: Solution,
  timer: Timer,
  fn: FunctionId,
  at: number,
  clearing: ReadonlySet<FunctionId>,
): boolean {
  const { program } = solution;
  const file = program.file(fn);
  if (
    timer.clears.some(
      doing => doing.file === file && functionOf(solution, doing) === fn && startOf(solution, fn, doing.call) < at,
    )
  )
    return true;
  return program
    .callNumbers(fn)
    .filter(call => startOf(solution, fn, call) < at)
    .some(call => calledFunctions(solution.linked.files[file]!, call).some(to => leadsTo(solution, to, clearing)));
}

/** Whether a function, or one it calls, is among some. */
function leadsTo({ graph }: Solution, fn: FunctionId, wanted: ReadonlySet<FunctionId>): boolean {
  let front: readonly FunctionId[] = [fn];
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    if (front.some(at => wanted.has(at))) return true;
    front = front.flatMap(at =>
      (graph.out[at] ?? []).filter(edge => edge.kind === 'call' || edge.kind === 'callback').map(edge => edge.to),
    );
  }
  return false;
}
