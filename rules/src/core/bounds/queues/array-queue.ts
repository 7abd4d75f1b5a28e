import type { FunctionId } from '../../link/program.js';
import type { Lifetime } from '../../lifetimes/lifetime.js';
import { isLimited } from '../../lifetimes/limits.js';
import { placeLifetime } from '../../lifetimes/place-lifetime.js';
import { refKey } from '../../lifetimes/ref-keys.js';
import { trace, type Trace } from '../../lifetimes/trace.js';
import { FLOW, type FileFacts, type RefId, type Span, type WriteFact } from '../../model.js';
import type { Solution } from '../../solve/solution.js';

/** Methods that hand on what another method hands them are not followed for ever. */
const MAX_HOPS = 3;

/** Where an array gains an entry. */
export interface Fill {
  readonly fn: FunctionId;
  readonly call: number;
  readonly token: Span;
  readonly value: RefId;
  readonly end: 'front' | 'back';
}

/** Where an array loses entries. */
export interface Drain {
  readonly fn: FunctionId;
  /**
   * `front`, `back`: one entry, or some, from that end; `all`: every entry at once; `kept`: the rest is
   * kept by what it is (`filter`) or how many there are (`slice`); `named`: the entry that stands somewhere.
   */
  readonly takes: 'front' | 'back' | 'all' | 'kept' | 'named';
  /** In a loop, or behind an `await`: what is left has to wait. */
  readonly waits: boolean;
}

/** An array that is made in a file and gains entries there. */
export interface ArrayQueue {
  readonly file: number;
  readonly key: string;
  readonly lifetime: Lifetime;
  readonly fills: readonly Fill[];
  readonly drains: readonly Drain[];
  readonly trace: Trace;
  /** Somebody holds its length against a limit. */
  readonly isLimited: boolean;
}

const FILLS: ReadonlyMap<string, Fill['end']> = new Map([
  ['push', 'back'],
  ['unshift', 'front'],
]);

/** Arrays of a file that gain entries. */
export function arrayQueuesIn(solution: Solution, file: number): readonly ArrayQueue[] {
  const { program } = solution;
  const facts = program.facts[file]!;
  const fills = new Map<string, Fill[]>();
  for (const [call, { callee, args, fn, token }] of facts.calls.entries()) {
    const [kind, base, name] = facts.refs[callee]!;
    const end = kind === 'member' ? FILLS.get(String(name)) : undefined;
    const [value] = args;
    if (end === undefined || value === undefined) continue;
    const key = refKey(facts, base as RefId);
    fills.set(key, [...(fills.get(key) ?? []), { fn: program.id(file, fn), call, token, value, end }]);
  }
  return [...fills].flatMap(([key, own]) => queueOf(solution, file, key, own) ?? []);
}

function queueOf(solution: Solution, file: number, key: string, fills: readonly Fill[]): ArrayQueue | undefined {
  const { program } = solution;
  const lifetime = placeLifetime(program, file, key, ref => isArray(program.facts[file]!, ref));
  if (!lifetime) return undefined;
  const traced = trace(solution, file, key);
  const places = [{ file, key }, ...traced.places];
  const keysIn = (of: number): ReadonlySet<string> =>
    new Set(places.filter(place => place.file === of).map(place => place.key));
  return {
    file,
    key,
    lifetime,
    fills,
    trace: traced,
    drains: [...drainedByCalls(solution, traced), ...drainedByWrites(solution, file, keysIn(file))],
    isLimited: [...new Set(places.map(place => place.file))].some(of => isLimited(program.facts[of]!, keysIn(of))),
  };
}

/** `[]` and `new Array()`; one that is written with entries may gain more, too. */
function isArray(facts: FileFacts, ref: RefId): boolean {
  const [kind, first] = facts.refs[ref]!;
  if (kind === 'array') return first !== -1;
  if (kind === 'either') return facts.refs[ref]!.slice(1).some(part => isArray(facts, part as RefId));
  return kind === 'new' && refKey(facts, first as RefId) === 'global Array';
}

function drainedByCalls(solution: Solution, { doings }: Trace): Drain[] {
  const { program } = solution;
  return doings.flatMap(({ kind, name, file, call }) => {
    const takes = kind === 'method' ? takenBy(program.facts[file]!, name, call) : undefined;
    return takes === undefined ? [] : takenAt(solution, file, call, takes, 0);
  });
}

/** Where entries are taken: for a method that hands its caller one, where it is called. */
function takenAt(solution: Solution, file: number, call: number, takes: Drain['takes'], hops: number): Drain[] {
  const { program, graph } = solution;
  const facts = program.facts[file]!;
  const { fn: local, flow = 0, segment } = program.call(file, call);
  const fn = program.id(file, local);
  const isHandedOver = facts.functions[local]!.returns.some(
    ref => facts.refs[ref]![0] === 'call' && facts.refs[ref]![2] === call,
  );
  const callers =
    isHandedOver && hops < MAX_HOPS
      ? (graph.incoming[fn] ?? []).filter(edge => edge.kind === 'call' && edge.call >= 0)
      : [];
  if (callers.length === 0) return [{ fn, takes, waits: (flow & FLOW.loop) !== 0 || segment > 0 }];
  return callers.flatMap(({ from, call: asked }) => takenAt(solution, program.file(from), asked, takes, hops + 1));
}

function takenBy(facts: FileFacts, method: string, call: number): Drain['takes'] | undefined {
  if (method === 'shift') return 'front';
  if (method === 'pop') return 'back';
  if (method !== 'splice') return undefined;
  const { args } = facts.calls[call]!;
  const [kind, at] = args[0] === undefined ? ['?'] : facts.refs[args[0]]!;
  if (kind !== 'literal' || at !== 0) return 'named';
  return args.length === 1 ? 'all' : 'front';
}

/** `queue = []`, `queue.length = 0`, `queue = queue.filter(…)` */
function drainedByWrites({ program }: Solution, file: number, keys: ReadonlySet<string>): Drain[] {
  const facts = program.facts[file]!;
  return facts.writes.flatMap(write => {
    const takes = takenByWrite(facts, write, keys);
    return takes === undefined ? [] : [{ fn: program.id(file, write.fn), takes, waits: false }];
  });
}

function takenByWrite(facts: FileFacts, write: WriteFact, keys: ReadonlySet<string>): Drain['takes'] | undefined {
  const { kind, target, value, fn } = write;
  const isSelf = keys.has(refKey(facts, target));
  if (kind === 'delete') return isSelf ? 'named' : undefined;
  if (kind !== 'assign') return undefined;
  const [of, base, name] = facts.refs[target]!;
  if (of === 'member' && name === 'length' && keys.has(refKey(facts, base as RefId))) return 'all';
  // The first value of a field or variable takes nothing away.
  if (!isSelf || fn === 0 || facts.functions[fn]!.kind === 'constructor') return undefined;
  const [made, , call] = facts.refs[value]!;
  if (made !== 'call') return 'all';
  const [kindOf, from] = facts.refs[facts.calls[call as number]!.callee]!;
  return kindOf === 'member' && keys.has(refKey(facts, from as RefId)) ? 'kept' : 'all';
}
