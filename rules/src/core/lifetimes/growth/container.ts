import { ADDS, CONTAINERS, REMOVES } from '../../catalog/containers.js';
import type { FunctionId } from '../../link/program.js';
import type { FileFacts, RefId, Span, WriteFact } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import type { Lifetime } from '../lifetime.js';
import { isLimited, isSizeOf } from '../limits.js';
import { placeLifetime } from '../place-lifetime.js';
import { NO_KEY, refKey } from '../ref-keys.js';
import { trace, type Trace } from '../trace.js';

/** Where a container gains a key. */
export interface Addition {
  readonly fn: FunctionId;
  /** Call of the file, or -1 for `container[key] = value`. */
  readonly call: number;
  readonly token: Span;
  readonly key: RefId;
  readonly value: RefId;
}

/** Where a container loses keys. */
export interface Removal {
  readonly file: number;
  readonly fn: FunctionId;
  readonly flow: number;
  /** Whether it takes all keys away. */
  readonly all: boolean;
}

/** A map, set or object that is made in a file and gains keys there. */
export interface Container {
  readonly file: number;
  readonly key: string;
  readonly lifetime: Lifetime;
  readonly additions: readonly Addition[];
  readonly removals: readonly Removal[];
  readonly trace: Trace;
  /** Somebody looks at how many entries there are. */
  readonly isSized: boolean;
}

/** Containers of a file that gain keys. */
export function containersIn(solution: Solution, file: number): readonly Container[] {
  const facts = solution.program.facts[file]!;
  const additions = new Map<string, Addition[]>();
  const add = (target: RefId, addition: Addition): void => {
    const key = refKey(facts, target);
    if (key !== NO_KEY) additions.set(key, [...(additions.get(key) ?? []), addition]);
  };
  for (const [call, { callee, args, fn, token }] of facts.calls.entries()) {
    const [kind, base, name] = facts.refs[callee]!;
    const at = kind === 'member' ? ADDS.get(String(name)) : undefined;
    if (at === undefined || args[at] === undefined) continue;
    add(base as RefId, { fn: solution.program.id(file, fn), call, token, key: args[at], value: args[1] ?? 0 });
  }
  for (const { kind, fn, target, key, value, token } of facts.writes)
    if (kind === 'element') add(target, { fn: solution.program.id(file, fn), call: -1, token, key, value });
  return [...additions].flatMap(([key, own]) => containerOf(solution, file, facts, key, own) ?? []);
}

function containerOf(
  solution: Solution,
  file: number,
  facts: FileFacts,
  key: string,
  additions: readonly Addition[],
): Container | undefined {
  const lifetime = lifetimeOf(solution, file, facts, key);
  if (!lifetime) return undefined;
  const traced = trace(solution, file, key);
  const keys = new Set([key, ...traced.places.filter(place => place.file === file).map(place => place.key)]);
  return {
    file,
    key,
    lifetime,
    additions,
    trace: traced,
    removals: [...removedByCalls(solution, traced), ...removedByWrites(solution, file, facts, keys)],
    isSized:
      isLimited(facts, keys) || facts.conditions.some(({ ref, is }) => is === 'compared' && isSizeOf(facts, ref, keys)),
  };
}

/** How long a container lives that is made in the file; undefined for any other value. */
function lifetimeOf({ program }: Solution, file: number, facts: FileFacts, key: string): Lifetime | undefined {
  const call = /^call (\d+)$/.exec(key)?.[1];
  if (call !== undefined) {
    const { kind, callee, fn } = facts.calls[Number(call)]!;
    if (kind !== 'new' || !isContainer(facts, callee)) return undefined;
    return fn === 0 ? { of: 'process' } : { of: 'run', fn: program.id(file, fn) };
  }
  const object = /^object (\d+)$/.exec(key)?.[1];
  if (object !== undefined) {
    const fn = isEmpty(facts, Number(object)) ? facts.objects[Number(object)]!.fn : undefined;
    return fn === undefined ? undefined : fn === 0 ? { of: 'process' } : { of: 'run', fn: program.id(file, fn) };
  }
  return placeLifetime(program, file, key, ref => isMade(facts, ref));
}

function isMade(facts: FileFacts, ref: RefId): boolean {
  const [kind, first, second] = facts.refs[ref]!;
  if (kind === 'either') return facts.refs[ref]!.slice(1).some(part => isMade(facts, part as RefId));
  if (kind === 'new') return isContainer(facts, first as RefId);
  if (kind === 'object') return isEmpty(facts, first as number);
  // `Object.create(null)`
  return kind === 'call' && refKey(facts, facts.calls[second as number]!.callee) === 'global Object.create';
}

function isContainer({ refs }: FileFacts, ref: RefId): boolean {
  const [kind, name] = refs[ref]!;
  return kind === 'global' && CONTAINERS.has(String(name));
}

/** `const cache = {}`: constants are their values. */
function isEmpty({ objects }: FileFacts, object: number): boolean {
  const { members, elements, spreads } = objects[object]!;
  return Object.keys(members).length === 0 && !elements && !spreads;
}

function removedByCalls({ program }: Solution, { doings }: Trace): Removal[] {
  return doings
    .filter(({ kind, name }) => kind === 'method' && REMOVES.has(name))
    .map(({ file, call, name }) => {
      const { fn, flow = 0 } = program.call(file, call);
      return { file, fn: program.id(file, fn), flow, all: name === 'clear' };
    });
}

/** `delete cache[key]`, and putting something else in its place. */
function removedByWrites({ program }: Solution, file: number, facts: FileFacts, keys: ReadonlySet<string>): Removal[] {
  const removes = ({ kind, target }: WriteFact): boolean =>
    (kind === 'delete' && keys.has(refKey(facts, target))) ||
    (kind === 'assign' && (keys.has(refKey(facts, target)) || isSizeOf(facts, target, keys)));
  return facts.writes
    .filter(write => removes(write) && !isFirst(facts, write))
    .map(({ kind, fn, flow = 0 }) => ({ file, fn: program.id(file, fn), flow, all: kind === 'assign' }));
}

/** The constructor gives a field its first value. */
function isFirst({ functions }: FileFacts, { kind, fn }: WriteFact): boolean {
  return kind === 'assign' && (functions[fn]!.kind === 'constructor' || fn === 0);
}
