import type { HandlerContext } from '../../model.js';
import type { ActiveRoot } from '../../solve/contexts.js';
import type { Solution } from '../../solve/solution.js';
import { NO_KEY, refKey } from '../ref-keys.js';
import { repeatsDuring } from '../repetition.js';
import { lifetimeOf, putsInto } from './rearmed.js';
import { functionOf, type Timer } from './timer.js';

/**
 * Whether an event of Node's own makes a timeout anew with the same callback and delay that was cleared
 * before: `refresh()` starts the old one again. Not where it is cleared elsewhere too, since a cleared
 * timer cannot be refreshed. https://nodejs.org/api/timers.html#timeoutrefresh
 */
export function refreshable(
  solution: Solution,
  timer: Timer,
  contexts: readonly HandlerContext[],
): ActiveRoot | undefined {
  const { program } = solution;
  const facts = program.facts[timer.file]!;
  const [place, ...more] = timer.trace.places;
  if (timer.isInterval || timer.isHandedOn || !place || more.length > 0 || place.collection) return undefined;
  const { args } = program.call(timer.file, timer.call);
  if (args.length > 2 || !isSameEachTime(facts.refs[args[0] ?? 0]!) || timer.delay === undefined) return undefined;
  const lifetime = lifetimeOf(solution, place);
  const [put, ...others] = putsInto(solution, place);
  if (!lifetime || !put || others.length > 0 || timer.clears.length === 0) return undefined;
  const areHere = timer.clears.every(
    doing =>
      doing.file === timer.file &&
      functionOf(solution, doing) === timer.fn &&
      refKey(facts, program.call(doing.file, doing.call).args[0] ?? 0) === place.key,
  );
  if (!areHere || place.key === NO_KEY || put.fn !== timer.fn) return undefined;
  const root = repeatsDuring(solution, { fn: timer.fn, contexts }, lifetime);
  return root?.api?.startsWith('node:') ? root : undefined;
}

/** A function that has a name holds no values of the one event: `onIdle`, `this.onIdle`. */
function isSameEachTime([kind]: readonly unknown[]): boolean {
  return kind === 'var' || kind === 'member' || kind === 'import';
}
