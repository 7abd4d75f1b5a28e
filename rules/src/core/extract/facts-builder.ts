import type { ts } from 'ts-morph';
import type {
  CallFact,
  CallGuards,
  ClassFact,
  ConditionFact,
  ExportFact,
  FunctionFact,
  ImportFact,
  ObjectFact,
  Ref,
  RefId,
  Span,
  StoreFact,
  VariableFact,
  WriteFact,
} from '../model.js';
import type { Scope } from './scope.js';

type Mutable<V> = V extends Span ? V : V extends readonly (infer U)[] ? U[] : V;
/** A fact while it is being written. */
export type Draft<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

/** The unknown value; every builder has it at index 0. */
export const UNKNOWN: RefId = 0;

interface NameUse {
  readonly ref: RefId;
  readonly scope: Scope;
  readonly name: string;
  readonly type: boolean;
}

/**
 * Collects the facts of one file during a single walk. Names are resolved when the walk is over,
 * so hoisting needs no second pass: a name is a placeholder ref until {@link FactsBuilder.resolveNames}.
 * Refs are only listed until then; which are used, and which are equal, is found out at the end.
 */
export class FactsBuilder {
  readonly refs: Ref[] = [['?']];
  readonly functions: Draft<FunctionFact>[] = [];
  readonly calls: Draft<CallFact>[] = [];
  readonly classes: Draft<ClassFact>[] = [];
  readonly objects: Draft<ObjectFact>[] = [];
  readonly variables: Draft<VariableFact>[] = [];
  readonly stores: StoreFact[] = [];
  readonly writes: Draft<WriteFact>[] = [];
  readonly conditions: Draft<ConditionFact>[] = [];
  readonly imports: Draft<ImportFact>[] = [];
  readonly exports: ExportFact[] = [];
  commonjs = false;
  /** Array literals seen: each is a collection of its own. */
  arrays = 0;

  private readonly names: NameUse[] = [];
  private readonly assignments: { readonly scope: Scope; readonly name: string; readonly value: RefId }[] = [];
  private readonly moduleIndex = new Map<string, number>();

  constructor(readonly source: ts.SourceFile) {}

  /** A ref with these operands. */
  ref(...ref: Ref): RefId {
    return this.refs.push(ref) - 1;
  }

  /** A placeholder for what `name` means in `scope`, in the value or the type namespace. */
  name(scope: Scope, name: string, type = false): RefId {
    const uses = type ? scope.typeUses : scope.uses;
    const known = uses.get(name);
    if (known !== undefined) return known;
    const ref = this.refs.push(PLACEHOLDER) - 1;
    uses.set(name, ref);
    this.names.push({ ref, scope, name, type });
    return ref;
  }

  /** The identifier a placeholder stands for, while the walk is under way. */
  nameOf(ref: RefId): string | undefined {
    return this.names.findLast(placeholder => placeholder.ref === ref)?.name;
  }

  either(refs: readonly RefId[]): RefId {
    const [first = UNKNOWN, second = UNKNOWN] = refs;
    if (refs.length <= 2 && (first === UNKNOWN || second === UNKNOWN || first === second)) return first || second;
    const known = [...new Set(refs.filter(r => r !== UNKNOWN))];
    if (known.length === 0) return UNKNOWN;
    return known.length === 1 ? known[0]! : this.ref('either', ...known);
  }

  member(of: RefId, name: string): RefId {
    return of === UNKNOWN && name.length < 2 ? UNKNOWN : this.ref('member', of, name);
  }

  /** Index of the module `specifier` loaded in this way; adds it when new. */
  module(specifier: string, kind: ImportFact['kind'], fn: number, token: Span, guards?: CallGuards): number {
    const key = `${kind}\u0001${fn}\u0001${specifier}`;
    const known = this.moduleIndex.get(key);
    if (known !== undefined) return known;
    const id = this.imports.push({ specifier, kind, fn, token, ...(guards && { guards }) }) - 1;
    this.moduleIndex.set(key, id);
    return id;
  }

  assign(scope: Scope, name: string, value: RefId): void {
    if (value !== UNKNOWN) this.assignments.push({ scope, name, value });
  }

  /**
   * Binds names, once, after the walk: assigned values go to their variables, placeholders say what
   * they are the same as.
   */
  resolveNames(): void {
    for (const { scope, name, value } of this.assignments) {
      const bound = scope.find(name);
      const ref = bound === undefined ? undefined : this.refs[bound];
      if (ref?.[0] === 'var') this.variables[ref[1] as number]!.values.push(value);
    }
    for (const { ref, scope, name, type } of this.names) {
      const bound = type ? scope.findType(name) : scope.find(name);
      this.refs[ref] = bound === undefined ? ['global', name] : bound === ref ? PLACEHOLDER : ['same', bound];
    }
  }
}

const PLACEHOLDER: Ref = ['?'];
