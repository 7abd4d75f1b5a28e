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
  private readonly known = new Map<string, Value>();

  of(kind: ValueKind, file: number, index: number): Value {
    const key = `${kind} ${file} ${index}`;
    return this.known.get(key) ?? this.add(key, kind, file, index, '');
  }

  external(path: string): Value {
    const key = `external ${path}`;
    return this.known.get(key) ?? this.add(key, 'external', -1, -1, path);
  }

  opaque(): Value {
    return this.known.get('opaque') ?? this.add('opaque', 'opaque', -1, -1, '');
  }

  private add(key: string, kind: ValueKind, file: number, index: number, path: string): Value {
    const value = this.kinds.push(kind) - 1;
    this.files.push(file);
    this.indices.push(index);
    this.paths.push(path);
    this.known.set(key, value);
    return value;
  }
}

export const NOTHING: readonly Value[] = [];

/** Union in order of first appearance; deterministic for a deterministic input. */
export function union(sets: readonly (readonly Value[])[]): readonly Value[] {
  const filled = sets.filter((set) => set.length > 0);
  if (filled.length <= 1) return filled[0] ?? NOTHING;
  return [...new Set(filled.flat())];
}
