import type { FunctionId } from '../../link/program.js';
import type { FileFacts, HandlerContext } from '../../model.js';
import type { ActiveRoot } from '../../solve/contexts.js';
import type { Solution } from '../../solve/solution.js';
import { isUnder } from '../own-flags.js';
import { refKey } from '../ref-keys.js';
import { repeatsDuring } from '../repetition.js';
import { classAround, endingOf, type Ending } from '../teardown.js';
import { functionOf, isWithin, type Timer } from './timer.js';
import { runsFrom } from '../runs-from.js';

/** The handler that starts one interval after the other, which nothing ever stops. */
export function neverStopped(
  solution: Solution,
  timer: Timer,
  contexts: readonly HandlerContext[],
): ActiveRoot | undefined {
  if (!timer.isInterval || timer.clears.length > 0 || timer.isHandedOn) return undefined;
  return repeatsDuring(solution, { fn: timer.fn, contexts, except: new Set(timer.callbacks) }, { of: 'process' });
}

/**
 * The end of an owner's life that leaves this timer running. One-shot timers count where the owner
 * itself clears them elsewhere.
 */
export function survives(solution: Solution, timer: Timer): Ending | undefined {
  if (timer.isHandedOn) return undefined;
  const ending = endingOf(solution, timer.fn);
  if (!ending) return undefined;
  const isHeld = timer.trace.places.some(({ key, collection }) => !collection && canReach(solution, timer, key));
  const endsItself = timer.clears.some(doing => timer.callbacks.some(fn => isWithin(solution, doing, fn)));
  const isMinded = timer.clears.length > 0 && isHeld;
  if (endsItself || !(isMinded || (timer.isInterval && timer.clears.length === 0))) return undefined;
  const ended = runsFrom(solution, ending.functions);
  if (timer.clears.some(doing => ended.has(functionOf(solution, doing)))) return undefined;
  return looksAtEnd(solution, timer, ended) || endsProcess(solution, ended) ? undefined : ending;
}

/** Whether the end of the owner can get at a place: methods of a class get at its fields, closures of a scope at its variables. */
function canReach(solution: Solution, { fn }: Timer, key: string): boolean {
  if (!classAround(solution, fn) || solution.program.fact(fn).kind === 'constructor')
    return /^(?:this|var|call) \d+\b/.test(key);
  return /^this \d+\b/.test(key);
}

/** Whether nothing is left to fire afterwards. */
function endsProcess({ program }: Solution, ended: ReadonlySet<FunctionId>): boolean {
  return [...ended].some(fn => {
    const facts = program.facts[program.file(fn)]!;
    return program.callsOf(fn).some(({ callee }) => refKey(facts, callee) === 'global process.exit');
  });
}

/** Whether the timer's code tests a field that the teardown sets, or asks a method of its object first. */
function looksAtEnd(solution: Solution, timer: Timer, ended: ReadonlySet<FunctionId>): boolean {
  const { program } = solution;
  const facts = program.facts[timer.file]!;
  const set = new Set<string>();
  for (const { kind, fn, target } of facts.writes)
    if (kind === 'assign' && ended.has(program.id(timer.file, fn))) set.add(refKey(facts, target));
  const own = new Set(timer.callbacks.filter(fn => program.file(fn) === timer.file).map(fn => program.local(fn)));
  return facts.calls.some(
    call =>
      program.isWithin(timer.file, call.fn, own) &&
      (isUnder(facts, call.condition, set) || asksItself(facts, call.condition)),
  );
}

/** `if (this.mayClose()) …`: what the method looks at is not known, and may be the end. */
function asksItself(facts: FileFacts, condition: number | undefined): boolean {
  for (let at = condition; at !== undefined; at = facts.conditions[at]!.outer) {
    const [kind, callee] = facts.refs[facts.conditions[at]!.ref]!;
    if (kind === 'call' && /^this \d+\.[\w$#]+$/.test(refKey(facts, callee as number))) return true;
  }
  return false;
}
