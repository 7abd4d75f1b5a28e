import type { Site, TimerHazard } from '../../hazards/pass.js';
import type { HandlerContext } from '../../model.js';
import type { FunctionId } from '../../link/program.js';
import { eventOf } from '../../solve/route-steps.js';
import type { Solution } from '../../solve/solution.js';
import { endsByItself } from '../ends-by-itself.js';
import { placeName } from '../place-names.js';
import { clearedOnSuccessOnly, isWaitedForUnref, leftByFailure, losesRace } from './left-armed.js';
import { neverStopped, survives } from './outliving.js';
import { overlaps } from './overlapping.js';
import { rearmed } from './rearmed.js';
import { refreshable } from './refreshable.js';
import { timersIn, type Timer } from './timer.js';
import { wrongHandles } from './wrong-handle.js';

/** Longest delay of a timer. https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const MOST_MS = 2 ** 31 - 1;

/** Something wrong with a timer, at the call of a file. */
export interface FoundTimerHazard extends Omit<TimerHazard, keyof Site> {
  readonly fn: FunctionId;
  readonly call: number;
}

/** Everything wrong with the timers of a file: of each timer the first that holds. */
export function timerHazardsIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundTimerHazard[] {
  const timers = timersIn(solution, file);
  const found = timers.flatMap(timer => hazardOf(solution, timer, contexts) ?? []);
  if (timers.length === 0) return found;
  for (const { call, cleared, held } of wrongHandles(solution, file, timers)) {
    const fn = solution.program.id(file, solution.program.call(file, call).fn);
    const api = 'clearTimeout';
    found.push({ ...NOTHING, hazard: 'wrongHandle', fn, call, api, held: cleared, other: held });
  }
  return found.sort((a, b) => a.call - b.call);
}

const NOTHING = { isInterval: false, held: '', delay: undefined, event: '', fires: '', other: '' } as const;

function hazardOf(solution: Solution, timer: Timer, contexts: readonly HandlerContext[]): FoundTimerHazard | undefined {
  const { program } = solution;
  const { fn, call, api, isInterval, delay } = timer;
  const place = timer.trace.places.find(({ collection }) => !collection);
  const base = { ...NOTHING, fn, call, api, isInterval, delay, held: place ? placeName(solution, place) : '' };
  if (delay !== undefined && delay > MOST_MS) return { ...base, hazard: 'tooLong' };
  if (endsByItself(solution, fn)) return undefined;
  const again = rearmed(solution, timer, contexts);
  if (again) {
    const { event, kind } = eventOf(again.root);
    const held = placeName(solution, again.place);
    const at = program.id(timer.file, program.call(timer.file, again.call).fn);
    return { ...base, fn: at, call: again.call, hazard: 'rearmed', held, event, fires: kind };
  }
  const starting = neverStopped(solution, timer, contexts);
  if (starting) {
    const { event, kind } = eventOf(starting);
    return { ...base, hazard: 'neverStopped', event, fires: kind };
  }
  const ending = survives(solution, timer);
  if (ending) return { ...base, hazard: 'survives', other: ending.name };
  if (losesRace(solution, timer)) return { ...base, hazard: 'losesRace' };
  if (isWaitedForUnref(solution, timer)) return { ...base, hazard: 'unrefAwaited' };
  const clear = clearedOnSuccessOnly(solution, timer);
  if (clear !== undefined) return { ...base, hazard: 'onSuccessOnly' };
  const failure = leftByFailure(solution, timer);
  if (failure !== undefined) return { ...base, hazard: 'onFailure', other: failure };
  const callback = overlaps(solution, timer);
  if (callback !== undefined) return { ...base, hazard: 'overlaps', other: program.fact(callback).name };
  const resetting = refreshable(solution, timer, contexts);
  if (!resetting) return undefined;
  const { event, kind } = eventOf(resetting);
  return { ...base, hazard: 'refreshable', event, fires: kind };
}
