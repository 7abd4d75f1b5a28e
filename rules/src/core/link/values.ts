/** Index of an interned value; see {@link Values}. */
export type Value = number;

export type ValueKind =
  /** a function: file, function */
  | 'fn'
  /** a class, an interface or an alias of an object type itself: file, class */
  | 'class'
  /** an instance made by `new` on exactly this class: file, class */
  | 'exact'
  /** an instance of a declared type: this class or any subclass or implementer: file, class */
  | 'open'
  /** what `new` makes of a plain function: file, function */
  | 'made'
  /** an object literal: file, object */
  | 'object'
  /** an array literal or array type: file, ref */
  | 'array'
  /** a type alias: file, ref */
  | 'alias'
  /** a function known by its result type only: file, ref */
  | 'returns'
  /** the exports of a first-party file: file */
  | 'module'
  /** something of another package that catalogue rows speak of: canonical path */
  | 'external'
  /** something of another package that no row speaks of */
  | 'opaque';

/** Values are compared by identity, so each stands here once. */
export class Values {
  readonly kinds: ValueKind[] = [];
  readonly files: number[] = [];
  readonly indices: number[] = [];
  readonly paths: string[] = [];
  private readonly local = new Map<ValueKind, (Value | undefined)[][]>();
  private readonly externals = new Map<string, Value>();
  private readonly unknown: Value;

  constructor() {
    this.unknown = this.add('opaque', -1, -1, '');
  }

  of(kind: ValueKind, file: number, index: number): Value {
    let files = this.local.get(kind);
    if (!files) this.local.set(kind, (files = []));
    const row = (files[file] ??= []);
    return (row[index] ??= this.add(kind, file, index, ''));
  }

  /** All values of a file. */
  *in(file: number): Iterable<Value> {
    for (const files of this.local.values())
      for (const value of files[file] ?? []) if (value !== undefined) yield value;
  }

  external(path: string): Value {
    let value = this.externals.get(path);
    if (value === undefined) this.externals.set(path, (value = this.add('external', -1, -1, path)));
    return value;
  }

  /** The value of a canonical path, or the opaque one when no row is about it. */
  externalOrOpaque(path: string | undefined): readonly Value[] {
    return [path === undefined ? this.unknown : this.external(path)];
  }

  opaque(): Value {
    return this.unknown;
  }

  private add(kind: ValueKind, file: number, index: number, path: string): Value {
    const value = this.kinds.push(kind) - 1;
    this.files.push(file);
    this.indices.push(index);
    this.paths.push(path);
    return value;
  }
}

export const NOTHING: readonly Value[] = [];

/** Sets of fewer values than this in all are gone through faster than a `Set` is made. */
const FEW = 16;

/** Union in order of first appearance; deterministic for a deterministic input. */
export function union(sets: readonly (readonly Value[])[]): readonly Value[] {
  let first = NOTHING;
  let filled = 0;
  let total = 0;
  for (const set of sets) {
    if (set.length === 0 || set === first) continue;
    if (filled++ === 0) first = set;
    total += set.length;
  }
  if (filled <= 1) return first;
  if (total >= FEW) return [...new Set(sets.flat())];
  const found: Value[] = [];
  for (const set of sets) for (const value of set) if (!found.includes(value)) found.push(value);
  return found;
}

/** {@link union} of what `read` gives for each item. */
export function unionOver<T>(items: readonly T[], read: (item: T) => readonly Value[]): readonly Value[] {
  if (items.length === 0) return NOTHING;
  return items.length === 1 ? read(items[0]!) : union(items.map(read));
}
