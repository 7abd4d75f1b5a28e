import { ENDS_TARGET } from '../../catalog/teardown-methods.js';
import type { HandlerContext } from '../../model.js';
import { eventOf } from '../../solve/route-steps.js';
import type { Solution } from '../../solve/solution.js';
import { releasesBy } from '../acquisitions.js';
import { lendingEvent, lifetimesOf, type Lifetime } from '../lifetime.js';
import { flagsOf, isUnder } from '../own-flags.js';
import { NO_KEY, refKey } from '../ref-keys.js';
import { usesOf } from '../ref-uses.js';
import { repeatsDuring } from '../repetition.js';
import type { Listener } from './listener.js';

/** What happens again and again, and how a sentence says so. */
interface Repeating {
  readonly event: string;
  readonly kind: string;
}

/**
 * The handler each run of which adds another listener to something that lives on, when nothing takes
 * it away again.
 */
export function pilesUp(
  solution: Solution,
  listener: Listener,
  contexts: readonly HandlerContext[],
): Repeating | undefined {
  if (
    listener.ends ||
    listener.removals.length > 0 ||
    isHandedOn(listener) ||
    isFirst(solution, listener) ||
    isForwarded(solution, listener)
  )
    return undefined;
  const lifetimes = lifetimesOfHolder(solution, listener);
  if (lifetimes.length === 0 || isEmptied(solution, listener, lifetimes)) return undefined;
  const lent = lentBy(solution, listener);
  if (lent !== undefined) return { event: lent, kind: 'fires' };
  const roots = lifetimes.map(lifetime => repeatsDuring(solution, { fn: listener.fn, contexts }, lifetime));
  // What effects leave behind is the business of the framework's own linter.
  const [first] = roots;
  return first && roots.every(root => root !== undefined && root.event !== 'effect') ? eventOf(first) : undefined;
}

/** The event that hands over what is listened to: a socket of a pool serves other requests afterwards. */
function lentBy({ program }: Solution, { file, fn, holderKey }: Listener): string | undefined {
  const given = /^param (\d+) 0$/.exec(holderKey)?.[1];
  return given === undefined || program.id(file, Number(given)) !== fn ? undefined : lendingEvent({ program }, fn);
}

/**
 * Whether the function that is added is one that a callback was handed: then somebody else adds
 * it, and this passes it on (`from.on('newListener', (event, listener) => to.on(event, listener))`).
 */
function isForwarded({ program, graph }: Solution, { file, listener }: Listener): boolean {
  if (listener === undefined) return false;
  const [, fn] = /^param (\d+) \d+$/.exec(refKey(program.facts[file]!, listener)) ?? [];
  if (fn === undefined) return false;
  const calls = (graph.incoming[program.id(file, Number(fn))] ?? []).filter(({ kind }) => kind === 'call');
  return calls.length === 0;
}

/** Whether it is added the first time only: under a condition on a place that the function sets. */
function isFirst(solution: Solution, { file, fn, call }: Listener): boolean {
  const { condition } = solution.program.call(file, call);
  return isUnder(solution.program.facts[file]!, condition, flagsOf(solution, fn, { closures: false }));
}

function lifetimesOfHolder(solution: Solution, { file, holder, row }: Listener): readonly Lifetime[] {
  if (row.heldBy === 'process') return [{ of: 'process' }];
  return holder === undefined ? [] : lifetimesOf(solution, file, holder);
}

/** Given to somebody who may release it; only for results that release. */
function isHandedOn({ row, result }: Listener): boolean {
  if (releasesBy(row, 'method').length + releasesBy(row, 'call').length === 0) return false;
  return result.escapes || result.returnedBy.length > 0 || result.doings.some(({ kind }) => kind === 'passed');
}

/** Whether all listeners are taken from what holds this one, or that is ended itself. */
function isEmptied({ program }: Solution, { file, holderKey, row }: Listener, lifetimes: readonly Lifetime[]): boolean {
  if (holderKey === NO_KEY) return false;
  const all = new Set(releasesBy(row, 'all').flatMap(({ methods }) => methods));
  const diesAlone = lifetimes.every(({ of }) => of !== 'process');
  return usesOf(program.facts[file]!, holderKey).some(
    use => use.as === 'receiver' && (all.has(use.name) || (diesAlone && ENDS_TARGET.has(use.name))),
  );
}
