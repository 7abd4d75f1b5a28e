import { NO_KEY, refKey } from '../ref-keys.js';
import { anyMember, usesOf } from '../ref-uses.js';
import { placeName } from '../place-names.js';
import type { Solution } from '../../solve/solution.js';
import { lastName } from '../trace.js';
import type { Timer } from './timer.js';

const CLEARS = /^clear(?:Timeout|Interval)$/;

/** A call that clears something that never held a timer. */
export interface WrongHandle {
  readonly call: number;
  /** What it is given. */
  readonly cleared: string;
  /** What holds the timer that nobody clears. */
  readonly held: string;
}

/**
 * Calls of a file that clear a field or variable to which nothing is ever assigned, while the one
 * timer of the same owner is held under another name and not cleared.
 */
export function wrongHandles(solution: Solution, file: number, timers: readonly Timer[]): readonly WrongHandle[] {
  const facts = solution.program.facts[file]!;
  const found: WrongHandle[] = [];
  for (const [call, { args, callee }] of facts.calls.entries()) {
    if (!CLEARS.test(lastName(facts, callee)) || args[0] === undefined) continue;
    const key = refKey(facts, args[0]);
    const [, owner = '', name = ''] = /^(this \d+)\.([\w$#]+)$/.exec(key) ?? [];
    if (key === NO_KEY || owner === '' || isAssigned(solution, file, key, name)) continue;
    const held = timers.flatMap(timer =>
      timer.clears.length > 0 ? [] : timer.trace.places.filter(place => place.key.startsWith(`${owner}.`)),
    );
    if (held.length === 1) found.push({ call, cleared: `this.${name}`, held: placeName(solution, held[0]!) });
  }
  return found;
}

/** Initial values of fields; others are their types. */
const MAKES: ReadonlySet<string> = new Set(['call', 'new', 'either', 'member', 'param', 'var']);

/** Whether anything is put into a field, under any name that it may be reached by. */
function isAssigned({ program }: Solution, file: number, key: string, name: string): boolean {
  const facts = program.facts[file]!;
  const index = Number(/^this (\d+)/.exec(key)![1]);
  const { members } = facts.classes[index]!;
  const initial = Object.hasOwn(members, name) ? members[name]! : [];
  if (initial.some(ref => MAKES.has(facts.refs[ref]![0]))) return true;
  if (facts.writes.some(({ target }) => refKey(facts, target) === key)) return true;
  const isTarget = ({ target }: { target: number }): boolean =>
    facts.refs[target]![0] === 'member' && facts.refs[target]![2] === name;
  if (facts.writes.some(isTarget) || facts.stores.some(store => store.name === name)) return true;
  return usesOf(facts, anyMember(name)).some(use => use.as === 'element');
}
