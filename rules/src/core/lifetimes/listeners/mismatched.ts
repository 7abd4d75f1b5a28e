import { literal } from '../../link/arguments.js';
import type { Solution } from '../../solve/solution.js';
import { alternatives, NO_KEY, refKey } from '../ref-keys.js';
import { releasesBy } from '../acquisitions.js';
import type { Listener } from './listener.js';

/** A removal that takes nothing away. */
export interface Mismatch {
  readonly call: number;
  readonly kind: 'otherEvent' | 'otherFunction';
  readonly removed: string;
  /** The event that was listened to. */
  readonly added: string;
  /** Calls that add what is not taken away. */
  readonly of: readonly number[];
}

/**
 * Removals that cannot match what was registered on the same target: the listener of another event, or
 * a function that is made where it is removed.
 */
export function mismatches(solution: Solution, file: number, listeners: readonly Listener[]): readonly Mismatch[] {
  const facts = solution.program.facts[file]!;
  const methods = new Set(listeners.flatMap(({ row }) => releasesBy(row, 'pair').flatMap(pair => pair.methods)));
  const found: Mismatch[] = [];
  for (const [call, { callee, args }] of facts.calls.entries()) {
    const [kind, base, name] = facts.refs[callee]!;
    if (kind !== 'member' || !methods.has(String(name)) || args[1] === undefined) continue;
    const holder = refKey(facts, base as number);
    const removed = literal(solution.linked.evaluator, file, args[0]);
    const same = listeners.filter(one => one.holderKey === holder && holder !== NO_KEY);
    if (typeof removed !== 'string' || same.length === 0 || same.some(({ event }) => event === undefined)) continue;
    const mismatch = mismatchOf(solution, file, same, removed, args[1]);
    if (mismatch) found.push({ ...mismatch, call, removed });
  }
  return found;
}

function mismatchOf(
  solution: Solution,
  file: number,
  listeners: readonly Listener[],
  removed: string,
  ref: number,
): Pick<Mismatch, 'kind' | 'added' | 'of'> | undefined {
  const facts = solution.program.facts[file]!;
  const keys = alternatives(facts, ref);
  if (keys.length === 0) return undefined;
  const isListener = (one: Listener): boolean =>
    one.listener !== undefined && alternatives(facts, one.listener).some(key => keys.includes(key));
  const own = listeners.filter(isListener);
  if (own.some(({ event }) => event === removed)) return undefined;
  if (own.length > 0) return { kind: 'otherEvent', added: own[0]!.event!, of: own.map(({ call }) => call) };
  const others = listeners.filter(({ event, removals, ends }) => event === removed && removals.length === 0 && !ends);
  const isOther =
    facts.refs[ref]![0] === 'fn' || isBound(facts.refs[ref]!, facts) || isKnownMethod(solution, file, ref);
  const isInline = others.length > 0 && others.every(({ listener }) => facts.refs[listener ?? 0]![0] === 'fn');
  return isInline && isOther
    ? { kind: 'otherFunction', added: removed, of: others.map(({ call }) => call) }
    : undefined;
}

/** A method of a library's instance, which no function written here is: `controller.abort`. */
function isKnownMethod({ program, linked }: Solution, file: number, ref: number): boolean {
  const [kind, base] = program.facts[file]!.refs[ref]!;
  const { kinds } = linked.evaluator.values;
  return kind === 'member' && linked.evaluator.eval(file, base as number).some(value => kinds[value] === 'external');
}

/** `handler.bind(this)` makes a function anew each time. */
function isBound(
  [kind, callee]: readonly unknown[],
  facts: { readonly refs: readonly (readonly unknown[])[] },
): boolean {
  return (
    kind === 'call' && facts.refs[callee as number]![0] === 'member' && facts.refs[callee as number]![2] === 'bind'
  );
}
