import type { Ref, RefId } from '../model.js';

/** Which operands of a kind are refs, from the first to the last; other kinds have none. */
const OPERANDS: ReadonlyMap<string, readonly [first: number, last: number]> = new Map([
  ['member', [1, 1]],
  ['element', [1, 1]],
  ['call', [1, 1]],
  ['new', [1, 1]],
  ['returns', [1, 1]],
  ['result', [1, 1]],
  ['instance', [1, 1]],
  ['either', [1, Infinity]],
  ['array', [2, Infinity]],
]);
const OPEN = -1;
/** Larger than any number of names in a file. */
const NAMES = 2 ** 22;
/** Names bound to names bound to names: longer chains are circles. */
const MOST_HOPS = 100;

/**
 * The refs of a file as its facts hold them: only those that something uses, and equal ones once.
 * A name that is used in several scopes has one copy of its value in each: the linker's memo ends
 * circles per ref, and shared ones would end them earlier.
 *
 * Declared types may speak of themselves. Such a circle goes through an `alias`, whose id is given
 * out before its operand is looked at; any other circle is code that cannot run, and is cut.
 */
export class RefTable {
  readonly refs: Ref[] = [['?']];
  /** By id of the walk: id in {@link refs} + 1; {@link OPEN} while operands are awaited; 0 before. */
  private readonly ids: Int32Array;
  private readonly names = new Map<string, number>();
  private readonly members = new Map<number, RefId>();
  private readonly literals = new Map<string | number | boolean, RefId>();
  private readonly others = new Map<string, RefId>();
  private readonly aliases: { readonly id: RefId; readonly of: RefId }[] = [];

  /** @param raw - refs as the walk made them; `['same', ref]` is what a name is bound to */
  constructor(private readonly raw: readonly Ref[]) {
    this.ids = new Int32Array(raw.length);
    this.ids[0] = 1;
  }

  /** The id in {@link refs} of a ref of the walk. */
  id(raw: RefId): RefId {
    if (this.ids[raw] === 0) {
      this.build(raw);
      for (let alias = this.aliases.pop(); alias !== undefined; alias = this.aliases.pop()) {
        if (this.ids[alias.of] === 0) this.build(alias.of);
        this.refs[alias.id] = ['alias', this.ids[alias.of]! - 1];
      }
    }
    return this.ids[raw]! - 1;
  }

  list(raw: readonly RefId[]): RefId[] {
    return raw.map(ref => this.id(ref));
  }

  /** What a ref of the walk says; for a name, what it is bound to. */
  private meaning(raw: RefId): Ref {
    let ref = this.raw[raw]!;
    for (let hops = 0; ref[0] === 'same' && hops < MOST_HOPS; hops++) ref = this.raw[ref[1] as RefId]!;
    return ref[0] === 'same' ? ['?'] : ref;
  }

  /** With a stack of its own: chains of calls and of names are as long as files. */
  private build(root: RefId): void {
    const stack = [root];
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      const ref = this.meaning(at);
      if (this.ids[at] === 0) {
        this.ids[at] = OPEN;
        const [first, last] = OPERANDS.get(ref[0]) ?? NO_OPERANDS;
        for (let i = Math.min(last, ref.length - 1); i >= first; i--) {
          const operand = ref[i] as RefId;
          if (this.ids[operand] === 0) stack.push(operand);
        }
        if (stack.at(-1) !== at) continue;
      }
      if (this.ids[at] === OPEN) this.ids[at] = (ref === this.raw[at] ? this.make(ref) : this.copy(ref)) + 1;
      stack.pop();
    }
  }

  private copy(ref: Ref): RefId {
    if (ref[0] === 'alias') return this.make(ref);
    const [first, last] = OPERANDS.get(ref[0]) ?? NO_OPERANDS;
    return this.add(ref.map((part, i) => (i >= first && i <= last ? this.operand(part) : part)) as unknown as Ref);
  }

  private make(ref: Ref): RefId {
    const [kind, first] = ref;
    switch (kind) {
      case 'member':
        return this.member(this.operand(first), ref[2] as string);
      case 'call':
      case 'new':
        return this.add([kind, this.operand(first), ref[2]!]);
      case 'either':
        return this.either(ref);
      case 'array': {
        const array: Ref = [kind, first!, ...ref.slice(2).map(item => this.operand(item))];
        return first === -1 ? this.shared(array) : this.add(array);
      }
      case 'alias': {
        const id = this.add(ref);
        this.aliases.push({ id, of: first as RefId });
        return id;
      }
      case 'object':
        return this.add(ref);
      case 'literal':
        return this.literal(ref);
      default:
        return this.shared(OPERANDS.has(kind) ? [kind, this.operand(first)] : ref);
    }
  }

  private operand(raw: Ref[number] | undefined): RefId {
    const id = this.ids[raw as RefId]!;
    return id === OPEN ? 0 : id - 1;
  }

  private member(of: RefId, name: string): RefId {
    let index = this.names.get(name);
    if (index === undefined) this.names.set(name, (index = this.names.size));
    const key = of * NAMES + index;
    let id = this.members.get(key);
    if (id === undefined) this.members.set(key, (id = this.add(['member', of, name])));
    return id;
  }

  private either(ref: Ref): RefId {
    const known = new Set<RefId>();
    for (let i = 1; i < ref.length; i++) known.add(this.operand(ref[i]));
    known.delete(0);
    if (known.size === 0) return 0;
    const [only] = known;
    return known.size === 1 ? only! : this.shared(['either', ...known]);
  }

  private literal(ref: Ref): RefId {
    const value = ref[1]!;
    let id = this.literals.get(value);
    if (id === undefined) this.literals.set(value, (id = this.add(ref)));
    return id;
  }

  private shared(ref: Ref): RefId {
    const key = ref.join('\u0001');
    let id = this.others.get(key);
    if (id === undefined) this.others.set(key, (id = ref[0] === '?' ? 0 : this.add(ref)));
    return id;
  }

  private add(ref: Ref): RefId {
    return this.refs.push(ref) - 1;
  }
}

const NO_OPERANDS = [1, 0] as const;
