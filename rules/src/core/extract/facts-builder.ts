import type { ts } from 'ts-morph';
import type {
  CallFact,
  CallGuards,
  ClassFact,
  ExportFact,
  FileFacts,
  FunctionFact,
  ImportFact,
  ObjectFact,
  Ref,
  RefId,
  Span,
  StoreFact,
  VariableFact,
} from '../model.js';
import type { Scope } from './scope.js';

type Mutable<V> = V extends Span ? V : V extends readonly (infer U)[] ? U[] : V;
/** A fact while it is being written. */
export type Draft<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

/** The unknown value; every builder has it at index 0. */
export const UNKNOWN: RefId = 0;

/**
 * Collects the facts of one file during a single walk. Names are resolved when the walk is over,
 * so hoisting needs no second pass: a name is a placeholder ref until {@link FactsBuilder.resolveNames}.
 */
export class FactsBuilder {
  readonly refs: Ref[] = [['?']];
  readonly functions: Draft<FunctionFact>[] = [];
  readonly calls: Draft<CallFact>[] = [];
  readonly classes: Draft<ClassFact>[] = [];
  readonly objects: Draft<ObjectFact>[] = [];
  readonly variables: Draft<VariableFact>[] = [];
  readonly stores: StoreFact[] = [];
  readonly imports: Draft<ImportFact>[] = [];
  readonly exports: ExportFact[] = [];
  commonjs = false;
  /** Array literals seen: each is a collection of its own. */
  arrays = 0;

  private readonly interned = new Map<string, RefId>();
  private readonly names: { readonly ref: RefId; readonly scope: Scope; readonly name: string; readonly type: boolean }[] = [];
  private readonly assignments: { readonly scope: Scope; readonly name: string; readonly value: RefId }[] = [];
  private readonly moduleIndex = new Map<string, number>();

  constructor(readonly source: ts.SourceFile) {}

  /** The ref with these operands; equal refs share one id. */
  ref(...ref: Ref): RefId {
    const key = ref.join('\u0001');
    const known = this.interned.get(key);
    if (known !== undefined) return known;
    const id = this.refs.push(ref) - 1;
    this.interned.set(key, id);
    return id;
  }

  /** A placeholder for what `name` means in `scope`, in the value or the type namespace. */
  name(scope: Scope, name: string, type = false): RefId {
    const key = `n\u0001${scope.id}\u0001${name}\u0001${type ? 't' : 'v'}`;
    const known = this.interned.get(key);
    if (known !== undefined) return known;
    const id = this.refs.push(['?']) - 1;
    this.interned.set(key, id);
    this.names.push({ ref: id, scope, name, type });
    return id;
  }

  /** The identifier a placeholder stands for, while the walk is under way. */
  nameOf(ref: RefId): string | undefined {
    return this.names.findLast((placeholder) => placeholder.ref === ref)?.name;
  }

  either(refs: readonly RefId[]): RefId {
    const known = [...new Set(refs.filter((r) => r !== UNKNOWN))];
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

  /** Replaces placeholders by what the names are bound to; call once, after the walk. */
  resolveNames(): void {
    for (const { scope, name, value } of this.assignments) {
      const bound = scope.find(name);
      const ref = bound === undefined ? undefined : this.refs[bound];
      if (ref?.[0] === 'var') this.variables[ref[1] as number]!.values.push(value);
    }
    for (const { ref, scope, name, type } of this.names) {
      const bound = type ? scope.findType(name) : scope.find(name);
      this.refs[ref] = bound === undefined ? ['global', name] : bound === ref ? ['?'] : ['same', bound];
    }
    for (const { ref } of this.names) this.refs[ref] = this.deref(ref);
  }

  private deref(ref: RefId): Ref {
    let at = ref;
    for (let hops = 0; hops < 100; hops++) {
      const value = this.refs[at]!;
      if (value[0] !== 'same') return value;
      at = value[1] as number;
    }
    return ['?'];
  }

  finish(rest: Pick<FileFacts, 'suppressions' | 'directives' | 'lines'> & { shebang?: true }): FileFacts {
    this.resolveNames();
    return {
      refs: this.refs,
      functions: this.functions,
      calls: this.calls,
      classes: this.classes,
      objects: this.objects,
      variables: this.variables,
      stores: this.stores,
      imports: this.imports,
      exports: this.exports,
      ...(this.commonjs && { commonjs: true as const }),
      ...rest,
    };
  }
}
