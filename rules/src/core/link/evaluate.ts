import type { Catalog } from '../catalog/lookup.js';
import type { Ref, RefId } from '../model.js';
import type { Steps } from '../steps.js';
import { receiverOf, valuesOfGlobal, valuesOfParam, valuesOfVariable } from './evaluate/bindings.js';
import { resultOfCall, resultsOf } from './evaluate/call-results.js';
import { elementOf, elementsOf } from './evaluate/collections.js';
import { fillStores } from './evaluate/fill-stores.js';
import { instanceOf, superOf } from './evaluate/instances.js';
import { memberOf, memberOfRef } from './evaluate/members.js';
import { findExport, imported, required } from './evaluate/module-exports.js';
import { ON_FLOWS, ON_HIERARCHY, ON_STORES, type Evaluation } from './evaluation.js';
import type { Flows } from './flows.js';
import { Hierarchy } from './hierarchy.js';
import { Memo } from './memo.js';
import type { Program } from './program.js';
import { StoreTable } from './store-table.js';
import { NOTHING, union, unionOver, type Value, type Values } from './values.js';

/** More values than this say nothing: the code dispatches on data. */
const MAX_VALUES = 120;
/** Longer chains of definitions are generated code; the stack has to end before them. */
const MAX_DEPTH = 300;
/** Files whose memo is gone through in one step. */
const FILES_PER_STEP = 64;
const IN_PROGRESS: readonly Value[] = [];

/**
 * Evaluates refs across files: which functions, classes, instances, objects or library values an
 * expression may stand for. Flow-insensitive; one round uses the parameter flows of the round before.
 * This class remembers and dispatches; what each kind of ref means stands in `evaluate/`.
 */
export class Evaluator implements Evaluation {
  readonly hierarchy = new Hierarchy();
  readonly stores = new StoreTable();
  readonly memoised = new Set<Value>();
  flows: Flows = { args: new Map(), given: new Map() };
  /** Results by file and ref, and what each was read from. */
  private readonly memo: (readonly Value[] | undefined)[][] = [];
  private readonly memoDepends: Uint8Array[] = [];
  private readonly members = new Memo();
  private readonly exports = new Memo();
  private readonly elements = new Memo();
  /** What the evaluation at hand has looked at, see {@link ON_STORES}. */
  private depends = 0;
  private depth = 0;

  private constructor(
    readonly program: Program,
    readonly catalog: Catalog,
    readonly values: Values,
  ) {}

  /** Reads hierarchy and stores with what is known without flows. */
  static *create(program: Program, catalog: Catalog, values: Values): Steps<Evaluator> {
    const evaluator = new Evaluator(program, catalog, values);
    for (const file of program.facts.keys()) {
      evaluator.startFile(file);
      if (file % FILES_PER_STEP === 0) yield;
    }
    // The hierarchy is read with what is known before it; what asked for it is read anew.
    yield* evaluator.hierarchy.fill(program, values, (file, ref) => evaluator.eval(file, ref));
    yield* evaluator.forget(ON_HIERARCHY);
    yield* fillStores(evaluator);
    yield* evaluator.forget(ON_STORES);
    return evaluator;
  }

  /** Takes in what flows into parameters, as far as a pass over all calls found out. */
  *refine(flows: Flows): Steps<void> {
    this.flows = flows;
    yield* this.forget(ON_FLOWS);
    yield* fillStores(this);
    yield* this.forget(ON_STORES);
  }

  /** Makes room for the results of a file, and drops those that are there. */
  startFile(file: number): void {
    const { length } = this.program.facts[file]!.refs;
    this.memo[file] = new Array<undefined>(length);
    this.memoDepends[file] = new Uint8Array(length);
  }

  /** Makes room for the results of refs that were added to a file. */
  growFile(file: number): void {
    const known = this.memoDepends[file]!;
    const { length } = this.program.facts[file]!.refs;
    if (length <= known.length) return;
    this.memoDepends[file] = new Uint8Array(length);
    this.memoDepends[file].set(known);
  }

  /** Drops what was concluded about a file, for it to be read anew. */
  forgetFile(file: number): void {
    this.startFile(file);
    this.exports.drop(file);
    for (const value of this.values.in(file)) this.forgetValue(value);
  }

  /** Drops what was concluded about the exports of a file. */
  forgetExports(file: number): void {
    this.exports.drop(file);
  }

  /** Drops what was concluded about the members and elements of a value. */
  forgetValue(value: Value): void {
    this.members.drop(value);
    this.elements.drop(value);
  }

  private *forget(reason: number): Steps<void> {
    for (const [file, depends] of this.memoDepends.entries()) {
      const memo = this.memo[file]!;
      for (let ref = 0; ref < depends.length; ref++) if ((depends[ref]! & reason) !== 0) memo[ref] = undefined;
      if (file % FILES_PER_STEP === 0) yield;
    }
    for (const memo of [this.members, this.exports, this.elements]) yield* memo.forget(reason);
  }

  dependOn(reason: number): void {
    this.depends |= reason;
  }

  /** What {@link remember} kept. */
  private recall(memo: Memo, holder: number, name: string): readonly Value[] | undefined {
    const known = memo.get(holder, name);
    if (!known) return undefined;
    this.depends |= known.depends;
    return known.values;
  }

  /** Remembers a result with what it was read from. */
  private remember(memo: Memo, holder: number, name: string, compute: () => readonly Value[]): readonly Value[] {
    const outer = this.depends;
    this.depends = 0;
    const entry = memo.open(holder, name);
    entry.values = compute();
    entry.depends = this.depends;
    this.depends |= outer;
    return entry.values;
  }

  eval(file: number, ref: RefId): readonly Value[] {
    const memo = this.memo[file]!;
    const known = memo[ref];
    const depends = this.memoDepends[file]!;
    if (known !== undefined) {
      this.depends |= depends[ref]!;
      return known;
    }
    if (this.depth > MAX_DEPTH) return NOTHING;
    memo[ref] = IN_PROGRESS;
    const outer = this.depends;
    this.depends = 0;
    this.depth++;
    let result = this.compute(file, ref, this.program.facts[file]!.refs[ref]!);
    this.depth--;
    if (result.length > MAX_VALUES) result = NOTHING;
    memo[ref] = result;
    depends[ref] = this.depends;
    this.depends |= outer;
    return result;
  }

  /** What each kind of {@link Ref} stands for. */
  private compute(file: number, id: RefId, ref: Ref): readonly Value[] {
    const { values } = this;
    switch (ref[0]) {
      case 'fn':
      case 'class':
      case 'object':
      case 'alias':
      case 'returns':
        return [values.of(ref[0], file, ref[1] as number)];
      case 'array':
        return [values.of('array', file, id)];
      case 'this':
        return [values.of('open', file, ref[1] as number)];
      case 'super':
        return superOf(this, file, ref[1] as number);
      case 'receiver':
        return receiverOf(this, file, ref[1] as number);
      case 'environment':
        return [values.external(`environment:${ref[1] as string}`)];
      case 'exports':
        return [values.of('module', file, 0)];
      case 'global':
        return valuesOfGlobal(this, ref[1] as string);
      case 'import':
        return imported(this, file, ref[1] as number, ref[2] as string);
      case 'require':
      case 'dynamic':
        return required(this, file, ref[1] as number, ref[0] === 'dynamic');
      case 'param':
        return valuesOfParam(this, file, ref[1] as number, ref[2] as number);
      case 'var':
        return valuesOfVariable(this, file, ref[1] as number);
      case 'member':
        return memberOfRef(this, file, ref[1] as number, ref[2] as string);
      case 'element':
        return this.element(file, ref[1] as number);
      case 'call':
        return resultOfCall(this, file, ref[1] as number, ref[2] as number);
      case 'result':
        return unionOver(this.eval(file, ref[1] as number), value => resultsOf(this, value));
      case 'new':
        return unionOver(this.eval(file, ref[1] as number), value => instanceOf(this, value, true));
      case 'instance':
        return unionOver(this.eval(file, ref[1] as number), value => instanceOf(this, value, false));
      case 'either':
        return union(ref.slice(1).map(r => this.eval(file, r as number)));
      default:
        return NOTHING;
    }
  }

  member(value: Value, name: string): readonly Value[] {
    const known = this.recall(this.members, value, name);
    return known ?? this.remember(this.members, value, name, () => memberOf(this, value, name));
  }

  exported(file: number, name: string): readonly Value[] {
    const known = this.recall(this.exports, file, name);
    return known ?? this.remember(this.exports, file, name, () => findExport(this, file, name));
  }

  element(file: number, ref: RefId): readonly Value[] {
    return elementsOf(this, file, ref);
  }

  elementOf(value: Value): readonly Value[] {
    const known = this.recall(this.elements, value, '');
    return known ?? this.remember(this.elements, value, '', () => elementOf(this, value));
  }

  resultsOf(value: Value): readonly Value[] {
    return resultsOf(this, value);
  }

  stored(holder: Value, name: string): readonly Value[] {
    this.depends |= ON_STORES;
    const stored = this.stores.at(holder, name);
    return stored ? unionOver(stored, s => this.eval(s.file, s.ref)) : NOTHING;
  }
}
