import type { ConcurrencyHazard, Site } from '../../hazards/pass.js';
import type { FunctionId } from '../../link/program.js';
import { calledApi, calledFunctions } from '../../lifetimes/call-targets.js';
import { endsByItself } from '../../lifetimes/ends-by-itself.js';
import { functionsOf } from '../../lifetimes/evaluated.js';
import { refName } from '../../lifetimes/place-names.js';
import { NO_KEY, refKey } from '../../lifetimes/ref-keys.js';
import { usesOf } from '../../lifetimes/ref-uses.js';
import { isByClients, servingRoot } from '../../lifetimes/serves-others.js';
import { FLOW, type FileFacts, type HandlerContext, type RefId, type Span } from '../../model.js';
import { eventOf } from '../../solve/route-steps.js';
import type { Solution } from '../../solve/solution.js';
import { entriesOf } from './entries.js';
import { goesOut } from './goes-out.js';

/** Work that starts for all entries at once, at the call of a file. */
export interface FoundBurst extends Omit<ConcurrencyHazard, keyof Site> {
  readonly fn: FunctionId;
  readonly call: number;
  readonly token: Span;
}

/** A call by which something is done for each entry of a collection. */
interface Burst {
  readonly hazard: 'allAtOnce' | 'notAwaited' | 'startedInLoop';
  readonly call: number;
  /** The collection. */
  readonly items: RefId;
  readonly work: readonly FunctionId[];
  /** The call goes out itself: its name. */
  readonly direct?: string;
}

const WAITS_FOR_ALL = /^global Promise\.(?:all|allSettled|any|race)$/;
const EACH: ReadonlySet<string> = new Set(['map', 'flatMap']);

/** What a file starts for all entries of a collection at once, however many there are. */
export function concurrencyIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundBurst[] {
  const facts = solution.program.facts[file]!;
  return [...facts.calls.keys()]
    .flatMap(call => [
      ...burstsAt(solution, file, call).flatMap(burst => started(solution, file, burst, contexts)),
      ...consumed(solution, file, call),
    ])
    .sort((a, b) => a.token[0] - b.token[0]);
}

function burstsAt(solution: Solution, file: number, call: number): readonly Burst[] {
  const facts = solution.program.facts[file]!;
  const { callee, args, flow = 0, awaited } = facts.calls[call]!;
  const [kind, base, name] = facts.refs[callee]!;
  if (kind === 'member' && name === 'forEach' && args[0] !== undefined) {
    const work = functionsOf(solution, file, args[0]).filter(fn => solution.program.fact(fn).async);
    return [{ hazard: 'notAwaited', call, items: base as RefId, work }];
  }
  if (args[0] !== undefined && WAITS_FOR_ALL.test(refKey(facts, callee)))
    return [...mapped(solution, file, args[0]), ...pushed(solution, file, args[0])].map(found => ({
      ...found,
      hazard: 'allAtOnce',
      call,
    }));
  const isDropped = (flow & FLOW.loop) !== 0 && (flow & FLOW.dropped) !== 0 && !awaited;
  return isDropped ? startedFor(solution, file, call).map(found => ({ ...found, hazard: 'startedInLoop', call })) : [];
}

/** `items.map(work)`, also by way of a variable. */
function mapped(solution: Solution, file: number, ref: RefId): readonly Pick<Burst, 'items' | 'work'>[] {
  const facts = solution.program.facts[file]!;
  const [kind, first, made] = facts.refs[ref]!;
  if (kind === 'var') {
    const { values } = facts.variables[first as number]!;
    return values.length === 1 ? mapped(solution, file, values[0]!) : [];
  }
  if (kind !== 'call') return [];
  const { callee, args } = facts.calls[made as number]!;
  const [of, base, name] = facts.refs[callee]!;
  const [work] = args;
  if (of !== 'member' || work === undefined || !EACH.has(String(name))) return [];
  return [{ items: base as RefId, work: functionsOf(solution, file, work) }];
}

/** `for (const item of items) promises.push(work(item))` */
function pushed(solution: Solution, file: number, ref: RefId): readonly Pick<Burst, 'items' | 'work' | 'direct'>[] {
  const facts = solution.program.facts[file]!;
  const key = refKey(facts, ref);
  const uses = key === NO_KEY ? [] : usesOf(facts, key);
  return uses.flatMap(use => {
    if (use.as !== 'receiver' || use.name !== 'push') return [];
    const { args, flow = 0 } = facts.calls[use.call]!;
    const [of, , made] = args[0] === undefined ? ['?'] : facts.refs[args[0]]!;
    return (flow & FLOW.loop) !== 0 && of === 'call' ? startedFor(solution, file, made as number) : [];
  });
}

/** A call for an entry of a collection that gives a promise, which nobody awaits here. */
function startedFor(
  solution: Solution,
  file: number,
  call: number,
): readonly Pick<Burst, 'items' | 'work' | 'direct'>[] {
  const { program, linked, catalog } = solution;
  const facts = program.facts[file]!;
  const { args, callee, awaited } = facts.calls[call]!;
  const items = awaited ? undefined : args.map(arg => collectionOf(facts, arg)).find(found => found !== undefined);
  if (items === undefined) return [];
  const api = calledApi(linked.files[file]!, call);
  if (api !== undefined && catalog.outgoing.has(api)) return [{ items, work: [], direct: refName(facts, callee) }];
  return [{ items, work: calledFunctions(linked.files[file]!, call).filter(fn => program.fact(fn).async) }];
}

/** The collection whose entry a value is, or is part of. */
function collectionOf(facts: FileFacts, ref: RefId): RefId | undefined {
  const [kind, base] = facts.refs[ref]!;
  if (kind === 'element') return base as RefId;
  if (kind === 'var') {
    const { values } = facts.variables[base as number]!;
    return values.length === 1 ? collectionOf(facts, values[0]!) : undefined;
  }
  return kind === 'member' ? collectionOf(facts, base as RefId) : undefined;
}

function started(
  solution: Solution,
  file: number,
  { hazard, call, items, work, direct }: Burst,
  contexts: readonly HandlerContext[],
): readonly FoundBurst[] {
  const { program } = solution;
  const facts = program.facts[file]!;
  const { fn: local, token } = facts.calls[call]!;
  const fn = program.id(file, local);
  if (work.length === 0 && direct === undefined) return [];
  const root = servingRoot(solution, fn, contexts);
  if (!root) return [];
  const entries = entriesOf(solution, file, items);
  if (entries === 'few') return [];
  const out = direct ?? work.map(one => goesOut(solution, one)?.name).find(found => found !== undefined);
  if (out === undefined) return [];
  const { event, kind } = eventOf(root);
  const limiter = LIMITERS.find(name =>
    program.facts.some(({ imports }) => imports.some(({ specifier }) => specifier === name)),
  );
  const sure = entries === 'sent' && isByClients(root);
  const told = { work: out, items: refName(facts, items), event, fires: kind, sure, ...(limiter && { limiter }) };
  return [{ hazard, fn, call, token, ...told }];
}

const LIMITERS = ['p-map', 'p-limit'] as const;

/** Messages are handed over, as many as there are. */
function consumed(solution: Solution, file: number, call: number): readonly FoundBurst[] {
  const { program, linked, catalog } = solution;
  const path = calledApi(linked.files[file]!, call);
  const row = path === undefined ? undefined : catalog.consumers.get(path)?.[0];
  const { fn, token, args } = program.call(file, call);
  if (!row || args.length < 2) return [];
  const isLimitedSomewhere = program.facts.some(facts =>
    facts.calls.some(
      ({ callee }) => facts.refs[callee]![0] === 'member' && row.limitedBy.includes(String(facts.refs[callee]![2])),
    ),
  );
  const id = program.id(file, fn);
  if (isLimitedSomewhere || endsByItself(solution, id)) return [];
  const work = functionsOf(solution, file, args[1]!);
  const sure = work.some(one => goesOut(solution, one));
  // What is done with a message at once is done with one at a time.
  if (!sure && !work.some(one => program.fact(one).async)) return [];
  return [{ hazard: 'allMessages', fn: id, call, token, work: '', items: '', event: '', fires: '', sure }];
}
