import { LOOKS_UP } from '../../catalog/containers.js';
import type { GrowthHazard, Site } from '../../hazards/pass.js';
import type { FunctionId } from '../../link/program.js';
import { FLOW, type FileFacts, type HandlerContext, type RefId, type Span } from '../../model.js';
import { eventOf } from '../../solve/route-steps.js';
import type { Solution } from '../../solve/solution.js';
import { placeName } from '../place-names.js';
import { refKey } from '../ref-keys.js';
import { isLibraryCode, repeatsDuring } from '../repetition.js';
import { servesOthers } from '../serves-others.js';
import { isTeardown } from '../teardown.js';
import { timersIn } from '../timers/timer.js';
import { containersIn, type Addition, type Container, type Removal } from './container.js';
import { isFromInput } from './input-keys.js';
import { isRemovedElsewhere } from './removed-elsewhere.js';
import { runsFrom } from '../runs-from.js';

/** A container that grows, at the place where it gains keys. */
export interface FoundGrowth extends Omit<GrowthHazard, keyof Site> {
  readonly fn: FunctionId;
  readonly call: number;
  readonly token: Span;
}

const EXPIRES = /^(?:expires?|expiry|expiration|expiresAt|expiresIn|exp|ttl|validUntil)$/i;

/** Containers of a file that gain keys again and again, and never lose them. */
export function growthIn(
  solution: Solution,
  file: number,
  contexts: readonly HandlerContext[],
): readonly FoundGrowth[] {
  return containersIn(solution, file).flatMap(container => growthOf(solution, container, contexts) ?? []);
}

function growthOf(
  solution: Solution,
  container: Container,
  contexts: readonly HandlerContext[],
): FoundGrowth | undefined {
  const { file, isSized } = container;
  const facts = solution.program.facts[file]!;
  if (isSized || isHandedOn(solution, container)) return undefined;
  // Emptied with the life of its owner: that is no bound.
  const removals = container.removals.filter(removal => !isTeardown(solution, removal.fn));
  for (const addition of container.additions) {
    if (isFinite(facts, addition.key)) continue;
    const found = {
      ...NOTHING,
      fn: addition.fn,
      call: addition.call,
      token: addition.token,
      container: nameOf(solution, container),
    };
    if (removals.length > 0) {
      const kind = partlyRemoved(solution, container, removals, addition);
      if (kind) return { ...found, hazard: kind };
      continue;
    }
    const root = repeatsDuring(solution, { fn: addition.fn, contexts }, container.lifetime);
    const { event, kind } = root ? eventOf(root) : { event: '', kind: '' };
    const isSure = root !== undefined && servesOthers(root) && isFromInput(solution, addition.fn, addition.key);
    const isCache = isCacheOfLibrary(solution, container, addition);
    if (root || isCache)
      return { ...found, hazard: 'grows', event: isCache ? '' : event, fires: kind, sure: isSure || isCache };
  }
  return undefined;
}

const NOTHING = { event: '', fires: '', sure: true } as const;

/** Somebody out of sight may take keys away. */
function isHandedOn(solution: Solution, { file, key, trace }: Container): boolean {
  const passed = trace.doings.some(({ kind }) => kind === 'passed' || kind === 'called');
  return passed || trace.returnedBy.length > 0 || (trace.escapes && isRemovedElsewhere(solution, file, key));
}

/** Keys that the program itself names: there are as many as it has words. */
function isFinite(facts: FileFacts, key: RefId): boolean {
  const [kind, base] = facts.refs[key]!;
  if (kind === 'literal' || kind === 'class' || kind === 'fn' || kind === 'import' || kind === 'global') return true;
  if (kind === 'element') return isFinite(facts, base as RefId) || facts.refs[base as RefId]![0] === 'array';
  if (kind === 'member') {
    const [of] = facts.refs[base as RefId]!;
    return facts.refs[key]![2] === 'constructor' || of === 'import' || of === 'global' || of === 'require';
  }
  return false;
}

/**
 * Whether keys are taken away on some ways only: entries that expire and are removed when they are
 * asked for, with nobody sweeping; or what a timer beside the addition gives up on.
 */
function partlyRemoved(
  solution: Solution,
  { file }: Container,
  removals: readonly Removal[],
  { fn, value }: Addition,
): 'onlyOnUse' | 'keptByTimer' | undefined {
  if (removals.some(({ all, flow }) => all || (flow & FLOW.loop) !== 0)) return undefined;
  if (removals.some(removal => isCallbackOfLoop(solution, removal) || isTimed(solution, removal))) return undefined;
  const facts = solution.program.facts[file]!;
  const [kind, object] = facts.refs[value]!;
  const members = kind === 'object' ? Object.keys(facts.objects[object as number]!.members) : [];
  const unknown = kind === 'object' ? (facts.objects[object as number]!.unknown ?? []) : [];
  if ([...members, ...unknown].some(name => EXPIRES.test(name))) return 'onlyOnUse';
  const removing = new Set(removals.map(removal => removal.fn));
  const timer = timersIn(solution, file).find(one => one.fn === fn && !one.isInterval && one.callbacks.length > 0);
  if (!timer || removing.has(fn)) return undefined;
  const reached = runsFrom(solution, timer.callbacks);
  return [...removing].some(at => reached.has(at)) ? undefined : 'keptByTimer';
}

/** `cache.forEach((entry, key) => cache.delete(key))` */
function isCallbackOfLoop({ program, graph }: Solution, { fn }: Removal): boolean {
  return (graph.incoming[fn] ?? []).some(
    ({ kind, from, call }) =>
      kind === 'callback' &&
      call >= 0 &&
      /forEach|map|filter/.test(calleeName(program.facts[program.file(from)]!, call)),
  );
}

function calleeName(facts: FileFacts, call: number): string {
  const [kind, , name] = facts.refs[facts.calls[call]!.callee]!;
  return kind === 'member' ? String(name) : '';
}

/** Whether a timer runs the removal: a sweep, or the end of the entry's time. */
function isTimed(solution: Solution, { file, fn }: Removal): boolean {
  return timersIn(solution, file).some(
    ({ callbacks }) => callbacks.length > 0 && runsFrom(solution, callbacks).has(fn),
  );
}

/**
 * Whether an exported function of a library fills a cache at module level with what it works out for
 * its arguments: then its users decide how many there are.
 */
function isCacheOfLibrary(solution: Solution, container: Container, { fn, value, key }: Addition): boolean {
  const { program, contexts } = solution;
  const facts = program.facts[container.file]!;
  if (container.lifetime.of !== 'process' || !isLibraryCode(solution, fn)) return false;
  const isLookedUp = container.trace.doings.some(({ kind, name }) => kind === 'method' && LOOKS_UP.has(name));
  const isExported = contexts.has(fn, 'unknown-export') || isGivenOut(facts, program.local(fn));
  return (
    isWorkedOut(facts, value) &&
    (isLookedUp || container.key.startsWith('var') || container.key.startsWith('object')) &&
    isExported &&
    !isOfType(facts, key)
  );
}

/** Whether a value is made rather than given. */
function isWorkedOut(facts: FileFacts, value: RefId): boolean {
  const [kind, first] = facts.refs[value]!;
  if (kind === 'var') return facts.variables[first as number]!.values.some(one => MAKES.has(facts.refs[one]![0]));
  return MAKES.has(kind);
}

const MAKES: ReadonlySet<string> = new Set(['call', 'new', 'object']);

/** Whether a function, or one around it, is exported. */
function isGivenOut(facts: FileFacts, fn: number): boolean {
  for (let at = fn; at > 0; at = facts.functions[at]!.parent) {
    const key = `fn ${at}`;
    if (facts.functions[at]!.exported !== undefined) return true;
    if (facts.exports.some(({ value }) => refKey(facts, value) === key)) return true;
  }
  return false;
}

/** Keys that stand for a kind of thing are as many as there are kinds. */
function isOfType(facts: FileFacts, key: RefId): boolean {
  return /\.(?:name|type|kind|constructor)$/.test(refKey(facts, key));
}

/** The container as its file calls it. */
function nameOf(solution: Solution, { file, key, trace }: Container): string {
  const own = placeName(solution, { file, key });
  if (own !== '') return own;
  const place = trace.places.map(one => placeName(solution, one)).find(name => name !== '');
  return place ?? madeName(solution.program.facts[file]!, key);
}

/** The constant that a container was made for. */
function madeName(facts: FileFacts, key: string): string {
  const [, kind, index] = /^(call|object) (\d+)$/.exec(key) ?? [];
  if (kind === undefined) return '';
  return (kind === 'call' ? facts.calls[Number(index)]!.name : facts.objects[Number(index)]!.name) ?? '';
}
