import { OPENING_EVENTS, PACED_METHODS } from '../../catalog/lifecycle-events.js';
import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import { isRemovedElsewhere } from '../../lifetimes/growth/removed-elsewhere.js';
import { listenedEvents } from '../../lifetimes/listened-events.js';
import { placeName } from '../../lifetimes/place-names.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import { refKey } from '../../lifetimes/ref-keys.js';
import { repeatsDuring } from '../../lifetimes/repetition.js';
import { runsFrom } from '../../lifetimes/runs-from.js';
import { isByClients, servesOthers } from '../../lifetimes/serves-others.js';
import { isTeardown } from '../../lifetimes/teardown.js';
import { timersIn } from '../../lifetimes/timers/timer.js';
import type { FunctionId } from '../../link/program.js';
import type { HandlerContext } from '../../model.js';
import type { ActiveRoot } from '../../solve/contexts.js';
import { eventOf } from '../../solve/route-steps.js';
import type { Solution } from '../../solve/solution.js';
import { arrayQueuesIn, type ArrayQueue, type Drain, type Fill } from './array-queue.js';
import type { FoundQueue } from './found-queue.js';

/** Functions that are gone back over before the search is given up. */
const MAX_VISITS = 200;

/** Arrays of a file that handlers fill, and that are emptied slowly, late or never. */
export function backlogsIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundQueue[] {
  return arrayQueuesIn(solution, file).flatMap(queue => backlogOf(solution, queue, contexts) ?? []);
}

function backlogOf(solution: Solution, queue: ArrayQueue, contexts: readonly HandlerContext[]): FoundQueue | undefined {
  const how = emptied(solution, queue);
  if (how === undefined) return undefined;
  for (const fill of queue.fills) {
    if (isWaitedFor(solution, queue.file, fill) || endsByItself(solution, fill.fn)) continue;
    const root = repeatsDuring(solution, { fn: fill.fn, contexts }, queue.lifetime);
    if (!root || !matters(root, how.hazard) || isPaced(solution, root)) continue;
    const { event, kind } = eventOf(root);
    const { fn, call, token } = fill;
    const sure = isByClients(root) && (how.hazard !== 'neverDrained' || queue.lifetime.of === 'process');
    return { ...how, fn, call, token, container: nameOf(solution, queue), event, fires: kind, sure };
  }
  return undefined;
}

/**
 * Whether entries may come faster than they go, by what adds them. A protocol answers one chunk with one
 * step; and what is never emptied is a registry, unless clients fill it.
 */
function matters(root: ActiveRoot, hazard: FoundQueue['hazard']): boolean {
  if (hazard === 'neverDrained') return isByClients(root);
  return isByClients(root) || (servesOthers(root) && root.event !== 'data');
}

/** Whether a stream calls the handler, which waits until the last chunk was taken. */
function isPaced({ program }: Solution, { fn }: ActiveRoot): boolean {
  return PACED_METHODS.has(program.fact(fn).name.replace(/^.*\./, ''));
}

/** How an array is emptied; undefined where that keeps it small, or nobody knows. */
function emptied(solution: Solution, queue: ArrayQueue): Pick<FoundQueue, 'hazard' | 'source'> | undefined {
  if (queue.isLimited) return undefined;
  const drains = queue.drains.filter(({ fn }) => !isTeardown(solution, fn));
  if (drains.length === 0)
    return queue.lifetime.of === 'run' || isHandedOn(solution, queue)
      ? undefined
      : { hazard: 'neverDrained', source: '' };
  // Lists from which this or that is taken, and stacks, are no queues.
  if (drains.some(({ takes }) => takes === 'kept' || takes === 'named')) return undefined;
  if (queue.fills.every(({ end }) => drains.some(({ takes }) => takes === end))) return undefined;
  const slow = drains.find(drain => isSlow(solution, queue.file, drain));
  if (slow) return { hazard: 'backlog', source: '' };
  if (drains.some(({ fn }) => queue.fills.some(fill => fill.fn === fn))) return undefined;
  const events = drains.map(({ fn }) => openingEvent(solution, fn));
  return events[0] === undefined || events.includes(undefined)
    ? undefined
    : { hazard: 'untilEvent', source: events[0] };
}

/** Entries are taken one by one, each when the work on the last is done or a timer fires. */
function isSlow(solution: Solution, file: number, { fn, takes, waits }: Drain): boolean {
  if (takes === 'all') return false;
  const { program, graph } = solution;
  const home = program.file(fn);
  const isNested = (from: FunctionId): boolean =>
    program.file(from) === home && program.isWithin(home, program.local(from), new Set([program.local(fn)]));
  return (
    (waits && program.fact(fn).async === true) ||
    (graph.incoming[fn] ?? []).some(({ from, kind }) => (from === fn ? kind === 'callback' : isNested(from))) ||
    timersIn(solution, file).some(({ callbacks }) => callbacks.length > 0 && runsFrom(solution, callbacks).has(fn))
  );
}

/** The event of a connection that alone leads to a function: `open`, `connect`. */
function openingEvent({ program, graph, contexts }: Solution, fn: FunctionId): string | undefined {
  const seen = new Set([fn]);
  let opening: string | undefined;
  for (const at of seen) {
    if (seen.size > MAX_VISITS) return undefined;
    const [heard] = listenedEvents(program.facts[program.file(at)]!, program.local(at));
    if (heard && !OPENING_EVENTS.has(heard.event)) return undefined;
    if (heard) {
      opening ??= heard.event;
      continue;
    }
    const callers = (graph.incoming[at] ?? []).filter(({ kind, from }) => kind !== 'load' && from !== at);
    if (callers.length === 0 || contexts.rootsOf(at).some(({ handler }) => handler)) return undefined;
    for (const { from } of callers) seen.add(from);
  }
  return opening;
}

/** Whether the caller waits until the entry's turn comes: it is added where a promise is made. */
function isWaitedFor({ program }: Solution, file: number, { fn }: Fill): boolean {
  const facts = program.facts[file]!;
  for (let at = program.local(fn); at > 0; at = facts.functions[at]!.parent) {
    const isExecutor = usesOf(facts, `fn ${at}`).some(
      use => use.as === 'argument' && refKey(facts, facts.calls[use.call]!.callee) === 'global Promise',
    );
    if (isExecutor) return true;
  }
  const own = program.local(fn);
  return facts.calls.some(({ fn: home, callee }) => home === own && refKey(facts, callee) === WITH_RESOLVERS);
}

const WITH_RESOLVERS = 'global Promise.withResolvers';

/** Somebody out of sight may take entries away. */
function isHandedOn(solution: Solution, { file, key, trace }: ArrayQueue): boolean {
  return (
    trace.doings.some(
      ({ kind, fromCollection, api = '' }) => !fromCollection && kind !== 'method' && !LOOKS.test(api),
    ) ||
    trace.returnedBy.length > 0 ||
    (trace.escapes && isRemovedElsewhere(solution, file, key))
  );
}

const LOOKS = /^global:(?:JSON|console)\./;

/** The array as its file calls it. */
function nameOf(solution: Solution, { file, key }: ArrayQueue): string {
  return placeName(solution, { file, key });
}
