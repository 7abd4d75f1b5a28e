import type { FileFacts, RefId } from '../model.js';
import { alternatives, NO_KEY, refKey } from './ref-keys.js';

/** What a file does with a value or place. */
export type Use =
  /** `f(…, value, …)` */
  | { readonly as: 'argument'; readonly call: number; readonly index: number }
  /** `value.name(…)` */
  | { readonly as: 'receiver'; readonly call: number; readonly name: string }
  /** `value(…)` */
  | { readonly as: 'callee'; readonly call: number }
  /** `place = value`; the place by its key. */
  | { readonly as: 'assigned'; readonly to: string }
  /** `collection.push(value)`, `collection[k] = value`, `[value]`; the collection by its key. */
  | { readonly as: 'element'; readonly of: string }
  /** `{ name: value }` */
  | { readonly as: 'property'; readonly object: number; readonly name: string }
  | { readonly as: 'returned'; readonly fn: number }
  /** `export { value }` */
  | { readonly as: 'exported'; readonly name: string }
  /** tested by a condition */
  | { readonly as: 'tested'; readonly condition: number };

export type UseIndex = ReadonlyMap<string, readonly Use[]>;

const known = new WeakMap<FileFacts, UseIndex>();
const NO_USES: readonly Use[] = [];

/** Key under which the uses of every member of that name stand, whatever it is a member of, save `this`. */
export const anyMember = (name: string): string => `*.${name}`;

/** Uses of whatever has a key of `refKey` in a file, in the order of the facts. */
export function usesOf(facts: FileFacts, key: string): readonly Use[] {
  let index = known.get(facts);
  if (!index) known.set(facts, (index = new Indexer(facts).index));
  return index.get(key) ?? NO_USES;
}

class Indexer {
  readonly index = new Map<string, Use[]>();

  constructor(private readonly facts: FileFacts) {
    this.calls();
    this.places();
    for (const [fn, { returns }] of facts.functions.entries())
      for (const ref of returns) this.add(ref, { as: 'returned', fn });
    for (const { name, value } of facts.exports) this.add(value, { as: 'exported', name });
    for (const [condition, { ref }] of facts.conditions.entries()) this.add(ref, { as: 'tested', condition });
  }

  private calls(): void {
    const { calls, refs } = this.facts;
    for (const [call, { callee, args }] of calls.entries()) {
      this.add(callee, { as: 'callee', call });
      const [kind, base, name] = refs[callee]!;
      if (kind === 'member') this.add(base as RefId, { as: 'receiver', call, name: String(name) });
      for (const [index, arg] of args.entries()) this.add(arg, { as: 'argument', call, index });
    }
  }

  private places(): void {
    const { variables, stores, classes, objects, refs } = this.facts;
    for (const [i, { values }] of variables.entries())
      for (const ref of values) this.add(ref, { as: 'assigned', to: `var ${i}` });
    for (const { target, name, value } of stores) {
      const to = refKey(this.facts, target);
      if (to === NO_KEY) continue;
      this.add(value, name === null ? { as: 'element', of: to } : { as: 'assigned', to: `${to}.${name}` });
    }
    for (const [i, { members }] of classes.entries()) {
      for (const name in members)
        for (const ref of members[name]!) this.add(ref, { as: 'assigned', to: `this ${i}.${name}` });
    }
    for (const [object, { members, elements = [] }] of objects.entries()) {
      for (const name in members) for (const ref of members[name]!) this.add(ref, { as: 'property', object, name });
      for (const ref of elements) this.add(ref, { as: 'element', of: `object ${object}` });
    }
    for (const [id, [kind, number, ...items]] of refs.entries()) {
      if (kind !== 'array' || number === -1) continue;
      for (const ref of items) this.add(ref as RefId, { as: 'element', of: refKey(this.facts, id) });
    }
  }

  private add(ref: RefId, use: Use): void {
    for (const key of alternatives(this.facts, ref)) this.put(key, use);
    const [kind, base, name] = this.facts.refs[ref]!;
    if (kind === 'member' && this.facts.refs[base as RefId]![0] !== 'this') this.put(anyMember(String(name)), use);
  }

  private put(key: string, use: Use): void {
    const list = this.index.get(key);
    if (list) list.push(use);
    else this.index.set(key, [use]);
  }
}
