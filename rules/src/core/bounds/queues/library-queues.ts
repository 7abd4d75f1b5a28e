import type { QueueRow } from '../../catalog/schema.js';
import { calledApi } from '../../lifetimes/call-targets.js';
import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import { isOfLibrary } from '../../lifetimes/evaluated.js';
import { mayBeGiven } from '../../lifetimes/given-options.js';
import { placeName, refName } from '../../lifetimes/place-names.js';
import { isByClients, servingRoot } from '../../lifetimes/serves-others.js';
import { FLOW, type FileFacts, type HandlerContext, type RefId } from '../../model.js';
import { eventOf } from '../../solve/route-steps.js';
import type { Solution } from '../../solve/solution.js';
import type { FoundQueue } from './found-queue.js';

/** Queues of libraries that handlers add to without looking how much waits, and buffers without a size. */
export function libraryQueuesIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundQueue[] {
  const { program, catalog, linked } = solution;
  return [...program.facts[file]!.calls.keys()].flatMap(call => {
    const api = calledApi(linked.files[file]!, call);
    const row = api === undefined ? undefined : catalog.queues.get(api)?.[0];
    if (!row || api === undefined || endsByItself(solution, program.id(file, program.call(file, call).fn))) return [];
    const type = api.slice(0, api.lastIndexOf('.'));
    return (
      (row.tells.length > 0 ? added(solution, { file, call, row, type }, contexts) : kept(solution, file, call, row)) ??
      []
    );
  });
}

interface Adding {
  readonly file: number;
  readonly call: number;
  readonly row: QueueRow;
  /** Type of the queue in the catalogue. */
  readonly type: string;
}

/** A handler leaves work in a queue, waits for none of it, and nobody looks how much there is. */
function added(
  solution: Solution,
  { file, call, row, type }: Adding,
  contexts: readonly HandlerContext[],
): FoundQueue | undefined {
  const { program } = solution;
  const facts = program.facts[file]!;
  const { fn, flow = 0, callee, token, awaited } = facts.calls[call]!;
  if (awaited || (flow & FLOW.dropped) === 0 || isWatched(solution, type, row.tells)) return undefined;
  const id = program.id(file, fn);
  const root = servingRoot(solution, id, contexts);
  if (!root) return undefined;
  const { event, kind } = eventOf(root);
  const container = refName(facts, facts.refs[callee]![1] as RefId);
  return {
    hazard: 'libraryQueue',
    fn: id,
    call,
    token,
    container,
    source: '',
    event,
    fires: kind,
    sure: isByClients(root),
    ...(row.room !== undefined && { room: row.room }),
  };
}

/** Whether some code asks a queue of that type how much is waiting. */
function isWatched(solution: Solution, type: string, tells: readonly string[]): boolean {
  return solution.program.facts.some((facts, file) =>
    facts.refs.some(
      ([kind, base, name]) =>
        kind === 'member' &&
        tells.includes(String(name)) &&
        isOfLibrary(solution, file, base as RefId, path => path === type),
    ),
  );
}

/** What keeps all it is given, made without a size. */
function kept(solution: Solution, file: number, call: number, row: QueueRow): FoundQueue | undefined {
  const { program } = solution;
  const facts = program.facts[file]!;
  const { args, spread, fn, token, name } = facts.calls[call]!;
  const isSized = row.sizedBy?.some(at => args[at] !== undefined && !isEndless(facts, args[at])) === true;
  if (spread || isSized || isGivenOptions(solution, file, call, row)) return undefined;
  const hazard = row.options === undefined ? 'replays' : 'buffersEvents';
  const id = program.id(file, fn);
  const container = name ?? placeName(solution, { file, key: `call ${call}` });
  return { hazard, fn: id, call, token, container, source: '', event: '', fires: '', sure: false };
}

function isGivenOptions(solution: Solution, file: number, call: number, { at, options }: QueueRow): boolean {
  if (at === undefined || options === undefined) return false;
  return mayBeGiven(solution, file, solution.program.call(file, call).args[at], options);
}

/** `Infinity`, which is what is meant when nothing is given. */
function isEndless({ refs }: FileFacts, ref: RefId): boolean {
  const [kind, name] = refs[ref]!;
  return kind === 'global' && (name === 'Infinity' || name === 'undefined');
}
