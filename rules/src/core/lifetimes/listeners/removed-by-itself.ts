import { FLOW } from '../../model.js';
import { functionsIn } from '../../link/arguments.js';
import { functionIdOf } from '../../link/function-values.js';
import type { Solution } from '../../solve/solution.js';
import { lifetimesOf } from '../lifetime.js';
import { isWithin, timersIn } from '../timers/timer.js';
import type { Listener } from './listener.js';
import { runsFrom } from '../runs-from.js';

/**
 * Whether a listener is removed by itself alone, when the event that it waits for comes, while a timer
 * beside it gives up waiting and leaves it where it is.
 */
export function staysWhenTimerWins(solution: Solution, listener: Listener): boolean {
  const { program, linked } = solution;
  const { file, fn, holder, removals, ends } = listener;
  if (ends || removals.length === 0 || holder === undefined) return false;
  const own = functionsIn(linked.evaluator, file, listener.listener).map(value =>
    functionIdOf(linked.evaluator, value),
  );
  if (!removals.every(doing => own.some(at => isWithin(solution, doing, at)))) return false;
  const isConditional = removals.every(({ call }) => ((program.call(file, call).flow ?? 0) & FLOW.branch) !== 0);
  const lives = lifetimesOf(solution, file, holder);
  const isOwn = lives.length === 0 || lives.some(one => one.of === 'run' && one.fn === fn);
  if (!isConditional || isOwn) return false;
  const timers = timersIn(solution, file).filter(
    timer => timer.fn === fn && !timer.isInterval && timer.clears.length > 0,
  );
  return timers.some(({ callbacks }) => {
    const reached = runsFrom(solution, callbacks);
    return (
      callbacks.length > 0 &&
      !removals.some(doing => reached.has(program.id(doing.file, program.call(doing.file, doing.call).fn)))
    );
  });
}
