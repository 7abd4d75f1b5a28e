import type { Catalog } from '../catalog/lookup.js';
import { MIXED_IN, type Ref, type RefId } from '../model.js';
import { resultOfBuiltIn } from './built-ins.js';
import { Hierarchy, type ClassRef } from './hierarchy.js';
import type { FunctionId, Program } from './program.js';
import { ELEMENT, StoreTable, type Stored } from './store-table.js';
import { Memo } from './memo.js';
import { NOTHING, union, type Value, type Values } from './values.js';

/** More values than this say nothing: the code dispatches on data. */
const MAX_VALUES = 120;
/** Longer chains of definitions are generated code; the stack has to end before them. */
const MAX_DEPTH = 300;
const IN_PROGRESS: readonly Value[] = [];

/** What a result was read from besides the facts: it is read anew when that changes. */
const ON_HIERARCHY = 1;
const ON_STORES = 2;
const ON_FLOWS = 4;

/** What flows into parameters, as far as the previous round of linking knows. */
export interface Flows {
  /** Arguments by {@link paramKey}. */
  readonly args: ReadonlyMap<number, readonly Stored[]>;
  /** Values that a framework hands over, by {@link paramKey}. */
  readonly given: ReadonlyMap<number, readonly Value[]>;
}

export const paramKey = (fn: FunctionId, index: number): number => fn * 64 + Math.min(index, 63);

/**
 * Evaluates refs across files: which functions, classes, instances, objects or library values an
 * expression may stand for. Flow-insensitive; one round uses the parameter flows of the round before.
 */
export class Evaluator {
  readonly hierarchy = new Hierarchy();
  readonly stores = new StoreTable();
  /** Functions whose first result is kept: `once(f)`. */
  readonly memoised = new Set<Value>();
  private readonly memo: (readonly Value[] | undefined)[][];
  private readonly memoDepends: number[][];
  private readonly members = new Memo();
  private readonly exports = new Memo();
  private readonly elements = new Memo();
  private flows: Flows = { args: new Map(), given: new Map() };
  /** What the evaluation at hand has looked at, see {@link ON_STORES}. */
  private depends = 0;
  private depth = 0;

  constructor(
    readonly program: Program,
    readonly catalog: Catalog,
    readonly values: Values,
  ) {
    this.memo = program.facts.map(() => []);
    this.memoDepends = program.facts.map(() => []);
    // The hierarchy is read with what is known before it; what asked for it is read anew.
    this.hierarchy.fill(program, values, (file, ref) => this.eval(file, ref));
    this.forget(ON_HIERARCHY);
    this.fillStores();
    this.forget(ON_STORES);
  }

  /** Takes in what flows into parameters, as far as a pass over all calls found out. */
  refine(flows: Flows): void {
    this.flows = flows;
    this.forget(ON_FLOWS);
    this.fillStores();
    this.forget(ON_STORES);
  }

  private forget(reason: number): void {
    for (const [file, depends] of this.memoDepends.entries()) {
      const memo = this.memo[file]!;
      for (let ref = 0; ref < depends.length; ref++) if ((depends[ref]! & reason) !== 0) memo[ref] = undefined;
    }
    for (const memo of [this.members, this.exports, this.elements]) memo.forget(reason);
  }

  /** Remembers a result with what it was read from. */
  private remember(memo: Memo, holder: number, name: string, compute: () => readonly Value[]): readonly Value[] {
    const known = memo.get(holder, name);
    if (known) {
      this.depends |= known.depends;
      return known.values;
    }
    const outer = this.depends;
    this.depends = 0;
    const entry = memo.open(holder, name);
    entry.values = compute();
    entry.depends = this.depends;
    this.depends |= outer;
    return entry.values;
  }

  /** Values that `ref` of `file` may stand for; empty when nothing is known. */
  eval(file: number, ref: RefId): readonly Value[] {
    const memo = this.memo[file]!;
    const known = memo[ref];
    const depends = this.memoDepends[file]!;
    if (known !== undefined) {
      this.depends |= depends[ref] ?? 0;
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

  private compute(file: number, id: RefId, ref: Ref): readonly Value[] {
    const { values } = this;
    switch (ref[0]) {
      case 'fn':
        return [values.of('fn', file, ref[1] as number)];
      case 'class':
        return [values.of('class', file, ref[1] as number)];
      case 'object':
        return [values.of('object', file, ref[1] as number)];
      case 'array':
        return [values.of('array', file, id)];
      case 'alias':
        return [values.of('alias', file, ref[1] as number)];
      case 'returns':
        return [values.of('returns', file, ref[1] as number)];
      case 'this':
        return [values.of('open', file, ref[1] as number)];
      case 'super':
        return this.superOf(file, ref[1] as number);
      case 'receiver':
        return this.receiver(file, ref[1] as number);
      case 'environment':
        return [values.external(`environment:${ref[1] as string}`)];
      case 'exports':
        return [values.of('module', file, 0)];
      case 'global':
        return this.global(ref[1] as string);
      case 'import':
        return this.imported(file, ref[1] as number, ref[2] as string);
      case 'require':
      case 'dynamic':
        return this.required(file, ref[1] as number, ref[0] === 'dynamic');
      case 'param':
        return this.param(file, ref[1] as number, ref[2] as number);
      case 'var':
        return this.variable(file, ref[1] as number);
      case 'member':
        return this.memberRef(file, ref[1] as number, ref[2] as string);
      case 'element':
        return this.element(file, ref[1] as number);
      case 'call':
        return this.called(file, ref[1] as number, ref[2] as number);
      case 'result':
        return union(this.eval(file, ref[1] as number).map((value) => this.resultsOf(value)));
      case 'new':
        return union(this.eval(file, ref[1] as number).map((value) => this.instanceOf(value, true)));
      case 'instance':
        return union(this.eval(file, ref[1] as number).map((value) => this.instanceOf(value, false)));
      case 'either':
        return union(ref.slice(1).map((r) => this.eval(file, r as number)));
      default:
        return NOTHING;
    }
  }

  private global(name: string): readonly Value[] {
    const path = this.catalog.global(name);
    // A global of the program's own: `global.shop = …` here, `shop` there.
    return path === undefined ? this.storedAt(this.values.opaque(), name) : [this.values.external(path)];
  }

  private external(path: string | undefined): readonly Value[] {
    return [path === undefined ? this.values.opaque() : this.values.external(path)];
  }

  private imported(file: number, module: number, name: string): readonly Value[] {
    const target = this.program.target(file, module);
    const vendored = target >= 0 ? this.vendored(target) : undefined;
    if (target >= 0 && vendored === undefined) return this.exported(target, name, new Set());
    const { specifier } = this.program.facts[file]!.imports[module]!;
    const path = vendored ?? this.catalog.module(specifier);
    if (path === undefined) return isRelative(specifier) ? NOTHING : this.external(undefined);
    return this.external(name === '*' ? path : this.catalog.member(path, name));
  }

  private required(file: number, module: number, dynamic: boolean): readonly Value[] {
    const target = this.program.target(file, module);
    if (target < 0 || this.vendored(target) !== undefined) return this.imported(file, module, '*');
    const whole = this.assignedExports(target);
    const self = [this.values.of('module', target, 0)];
    return dynamic ? self : union([whole, self]);
  }

  /** `libs/bcryptjs/index.js`: a copy of a package that the catalogue knows better than its minified body says. */
  private vendored(file: number): string | undefined {
    const name = /(?:^|\/)(?:libs?|vendor|vendored|third[-_]party|external)\/((?:@[\w.-]+\/)?[\w.-]+?)(?:\/(?:index|dist\/[\w.-]+))?(?:\.min)?\.[cm]?js$/.exec(this.program.paths[file]!)?.[1];
    const path = name === undefined ? undefined : this.catalog.module(name);
    return path?.startsWith('node:') ? undefined : path;
  }

  /** What `module.exports = …` made of a file's exports. */
  private assignedExports(file: number): readonly Value[] {
    return union(this.program.facts[file]!.exports.filter((e) => e.name === '=').map((e) => this.eval(file, e.value)));
  }

  /** Values of export `name` of a first-party file, re-exports followed. */
  exported(file: number, name: string, seen: Set<number>): readonly Value[] {
    if (seen.size === 0) return this.remember(this.exports, file, name, () => this.findExport(file, name, new Set([file])));
    if (seen.has(file)) return NOTHING;
    seen.add(file);
    return this.findExport(file, name, seen);
  }

  private findExport(file: number, name: string, seen: Set<number>): readonly Value[] {
    if (name === '*') return union([[this.values.of('module', file, 0)], this.assignedExports(file)]);
    const { exports } = this.program.facts[file]!;
    const sets: (readonly Value[])[] = [];
    for (const e of exports) if (e.name === name) sets.push(this.eval(file, e.value));
    const stored = this.storedAt(this.values.of('module', file, 0), name);
    if (stored.length > 0) sets.push(stored);
    if (sets.length === 0) {
      for (const e of exports) if (e.name === '*' && name !== 'default') sets.push(this.reexported(file, e.value, name, seen));
    }
    if (sets.length === 0) {
      const whole = this.assignedExports(file);
      if (name === 'default') sets.push(whole.length > 0 ? whole : exports.some((e) => e.name !== '=') ? [this.values.of('module', file, 0)] : NOTHING);
      else sets.push(...whole.filter((v) => this.values.kinds[v] !== 'module').map((v) => this.member(v, name)));
    }
    return union(sets);
  }

  private reexported(file: number, value: RefId, name: string, seen: Set<number>): readonly Value[] {
    const [kind, module] = this.program.facts[file]!.refs[value]!;
    if (kind !== 'import') return NOTHING;
    const target = this.program.target(file, module as number);
    return target >= 0 ? this.exported(target, name, seen) : NOTHING;
  }

  private superOf(file: number, index: number): readonly Value[] {
    const { heritage } = this.program.facts[file]!.classes[index]!;
    return union(heritage.flatMap((ref) => this.eval(file, ref).map((value) => this.instanceOf(value, true))));
  }

  private receiver(file: number, fn: number): readonly Value[] {
    const { receiver } = this.program.facts[file]!.functions[fn]!;
    // Nothing says otherwise: `this` is what `new` makes of the function.
    return receiver === undefined ? [this.values.of('made', file, fn)] : this.eval(file, receiver);
  }

  private param(file: number, fn: number, index: number): readonly Value[] {
    const fact = this.program.facts[file]!.functions[fn]!;
    const param = fact.params[index];
    if (!param) return NOTHING;
    const declared = param.type === undefined ? NOTHING : this.eval(file, param.type);
    const id = this.program.id(file, fn);
    this.depends |= ON_FLOWS;
    const given = this.flows.given.get(paramKey(id, index)) ?? NOTHING;
    const useful = declared.filter((v) => this.values.kinds[v] !== 'opaque' && this.values.kinds[v] !== 'returns');
    if (useful.length > 0 && !useful.some((v) => this.isInterface(v))) return union([useful, given]);
    const initial = param.initial === undefined ? NOTHING : this.eval(file, param.initial);
    const args = this.flows.args.get(paramKey(id, index)) ?? [];
    return union([declared, initial, given, ...args.map((a) => this.eval(a.file, a.ref))]);
  }

  /** Object literals meet an interface without saying so: what is passed counts as well. */
  private isInterface(value: Value): boolean {
    if (this.values.kinds[value] !== 'open') return false;
    return this.program.facts[this.values.files[value]!]!.classes[this.values.indices[value]!]!.kind === 'interface';
  }

  private variable(file: number, index: number): readonly Value[] {
    const fact = this.program.facts[file]!.variables[index]!;
    const declared = fact.type === undefined ? NOTHING : this.eval(file, fact.type);
    return union([...fact.values.map((ref) => this.eval(file, ref)), declared]);
  }

  private memberRef(file: number, of: RefId, name: string): readonly Value[] {
    const refs = this.program.facts[file]!.refs;
    const base = refs[of]!;
    if (base[0] === 'global' && this.isGlobalObject(file, of)) return this.global(name);
    const found = this.eval(file, of);
    if (found.length === 1) return this.member(found[0]!, name);
    return union(found.map((value) => this.member(value, name)));
  }

  /** Values of member `name` of a value. */
  member(value: Value, name: string): readonly Value[] {
    return this.remember(this.members, value, name, () => this.findMember(value, name));
  }

  private findMember(value: Value, name: string): readonly Value[] {
    const { values } = this;
    switch (values.kinds[value]) {
      case 'external':
        return this.external(this.catalog.member(values.paths[value]!, name));
      case 'opaque':
        return [value];
      case 'module':
        return this.exported(values.files[value]!, name, new Set());
      case 'fn':
        return this.functionMember(value, name);
      case 'class':
        return this.staticMember(value, name);
      case 'exact':
      case 'open':
        return this.instanceMember(value, name);
      case 'made':
        return this.storedAt(value, name);
      case 'object':
        return this.objectMember(value, name);
      default:
        return NOTHING;
    }
  }

  private storedAt(value: Value, name: string): readonly Value[] {
    this.depends |= ON_STORES;
    const stored = this.stores.at(value, name);
    return stored ? union(stored.map((s) => this.eval(s.file, s.ref))) : NOTHING;
  }

  private functionMember(value: Value, name: string): readonly Value[] {
    // `f.call(…)`, `f.apply(…)` and `f.bind(…)` stand for `f`; the call linker knows the difference.
    if (name === 'call' || name === 'apply' || name === 'bind') return [value];
    if (name === 'prototype') return [this.values.of('made', this.values.files[value]!, this.values.indices[value]!)];
    return this.storedAt(value, name);
  }

  private staticMember(value: Value, name: string): readonly Value[] {
    this.depends |= ON_HIERARCHY;
    const start = { file: this.values.files[value]!, index: this.values.indices[value]! };
    if (name === 'prototype') return [this.values.of('exact', start.file, start.index)];
    for (const { file, index } of this.hierarchy.lineage(start)) {
      const own = this.program.facts[file]!.classes[index]!.statics[name];
      const stored = this.storedAt(this.values.of('class', file, index), name);
      if (own || stored.length > 0) return union([stored, ...this.memberValues(file, own ?? [])]);
    }
    return NOTHING;
  }

  /** A getter stands for what it returns. */
  private memberValues(file: number, refs: readonly RefId[]): (readonly Value[])[] {
    return refs.map((ref) => {
      const [kind, fn] = this.program.facts[file]!.refs[ref]!;
      const fact = kind === 'fn' ? this.program.facts[file]!.functions[fn as number]! : undefined;
      if (fact?.kind === 'getter') return this.returned(file, fn as number);
      return fact?.kind === 'setter' ? NOTHING : this.eval(file, ref);
    });
  }

  private instanceMember(value: Value, name: string): readonly Value[] {
    this.depends |= ON_HIERARCHY;
    const start = { file: this.values.files[value]!, index: this.values.indices[value]! };
    const own = this.inherited(start, name);
    if (this.values.kinds[value] === 'exact') return own;
    const overrides = this.hierarchy
      .family(start)
      .slice(1)
      .map((c) => this.ownMember(c, name));
    return overrides.length === 0 ? own : union([own, ...overrides]);
  }

  private inherited(start: ClassRef, name: string): readonly Value[] {
    for (const c of this.hierarchy.lineage(start)) {
      const own = this.ownMember(c, name);
      if (own.length > 0) return own;
    }
    for (const path of this.hierarchy.externals(start)) {
      const base = this.catalog.instance(path) ?? path;
      const member = this.catalog.member(base, name);
      if (member !== undefined) return [this.values.external(member)];
    }
    return NOTHING;
  }

  private ownMember({ file, index }: ClassRef, name: string): readonly Value[] {
    const members = this.program.facts[file]!.classes[index]!.members;
    const own = Object.hasOwn(members, name) ? this.memberValues(file, members[name]!) : [];
    const stored = this.storedAt(this.values.of('open', file, index), name);
    return union([...own, stored]);
  }

  private objectMember(value: Value, name: string): readonly Value[] {
    const file = this.values.files[value]!;
    const fact = this.program.facts[file]!.objects[this.values.indices[value]!]!;
    const own = Object.hasOwn(fact.members, name) ? this.memberValues(file, fact.members[name]!) : [];
    const stored = this.storedAt(value, name);
    if (own.length > 0 || stored.length > 0) return union([...own, stored]);
    return union((fact.spreads ?? []).flatMap((ref) => this.eval(file, ref).map((v) => this.member(v, name))));
  }

  /** `new value` (exact) or a value of declared type `value`. */
  private instanceOf(value: Value, exact: boolean): readonly Value[] {
    const { values } = this;
    const file = values.files[value]!;
    const index = values.indices[value]!;
    switch (values.kinds[value]) {
      case 'class': {
        const { kind } = this.program.facts[file]!.classes[index]!;
        const own = values.of(exact && kind === 'class' ? 'exact' : 'open', file, index);
        return [own];
      }
      case 'fn':
        return [values.of('made', file, index)];
      case 'alias':
        return exact ? NOTHING : this.eval(file, index);
      case 'external':
        return this.external(this.catalog.instance(values.paths[value]!));
      case 'opaque':
        return [value];
      case 'open':
      case 'exact':
        return exact ? NOTHING : [value];
      default:
        return NOTHING;
    }
  }

  private called(file: number, callee: RefId, callIndex: number): readonly Value[] {
    const builtIn = resultOfBuiltIn(this, file, callee, callIndex);
    if (builtIn) return builtIn;
    const [kind, , name] = this.program.facts[file]!.refs[callee]!;
    const results = this.eval(file, callee).map((value) => {
      if (kind === 'member' && name === 'bind' && this.values.kinds[value] === 'fn') return [value];
      if (this.values.kinds[value] === 'external') return this.externalResult(value, file, callIndex);
      return union([this.resultsOf(value), this.wrapped(value, file, callIndex)]);
    });
    return union(results);
  }

  /** What calling a value gives, whatever the arguments. */
  resultsOf(value: Value): readonly Value[] {
    const { values } = this;
    switch (values.kinds[value]) {
      case 'fn':
        return this.returned(values.files[value]!, values.indices[value]!);
      case 'returns':
        return this.eval(values.files[value]!, values.indices[value]!);
      case 'external':
        return this.external(this.catalog.call(values.paths[value]!));
      case 'opaque':
        return [value];
      default:
        return NOTHING;
    }
  }

  private returned(file: number, fn: number): readonly Value[] {
    const fact = this.program.facts[file]!.functions[fn]!;
    if (fact.returnType !== undefined) {
      const declared = this.eval(file, fact.returnType).filter((v) => this.values.kinds[v] !== 'opaque' && this.values.kinds[v] !== 'returns');
      if (declared.length > 0) return declared;
    }
    return union(fact.returns.map((ref) => this.eval(file, ref)));
  }

  private externalResult(value: Value, file: number, callIndex: number): readonly Value[] {
    const path = this.values.paths[value]!;
    const call = this.program.call(file, callIndex);
    const identity = this.catalog.identities.get(path);
    if (identity) return call.args[identity.arg] === undefined ? NOTHING : this.eval(file, call.args[identity.arg]!);
    const wrapper = this.catalog.callbackRows(path).find((row) => row.mode.runs === 'returned' || row.mode.runs === 'memoised');
    if (wrapper?.mode.runs === 'memoised') {
      for (const arg of call.args) for (const v of this.eval(file, arg)) if (this.values.kinds[v] === 'fn') this.memoised.add(v);
    }
    if (wrapper) return union(call.args.map((ref) => this.eval(file, ref).filter((v) => this.values.kinds[v] === 'fn')));
    return this.resultsOf(value);
  }

  /**
   * `catchAsync(handler)`: a function that returns a closure which calls its parameter. The result
   * stands for the argument too, so that each use keeps its own handler.
   */
  private wrapped(value: Value, file: number, callIndex: number): readonly Value[] {
    if (this.values.kinds[value] !== 'fn') return NOTHING;
    const targetFile = this.values.files[value]!;
    const wrapped = this.program.wrappedParams(targetFile, this.values.indices[value]!);
    if (wrapped.size === 0) return NOTHING;
    const { args } = this.program.call(file, callIndex);
    return union(args.filter((_, i) => wrapped.has(i)).map((ref) => this.eval(file, ref).filter((v) => this.values.kinds[v] === 'fn')));
  }

  /** Any element of a collection; what is no collection stands for itself. */
  element(file: number, ref: RefId): readonly Value[] {
    const sets = this.eval(file, ref).map((value) => this.elementOf(value));
    this.depends |= ON_STORES;
    for (const place of this.stores.hasPlaces ? this.places(file, ref, 0) : []) {
      for (const stored of this.stores.atPlace(place) ?? []) sets.push(this.eval(stored.file, stored.ref));
    }
    return union(sets);
  }

  /** Any element of an array or object value; other values stand for themselves. */
  elementOf(value: Value): readonly Value[] {
    return this.remember(this.elements, value, '', () => this.findElements(value));
  }

  private findElements(value: Value): readonly Value[] {
    const { values } = this;
    const file = values.files[value]!;
    if (values.kinds[value] === 'array') {
      const items = this.program.facts[file]!.refs[values.indices[value]!]!.slice(2);
      return union([...items.map((r) => this.eval(file, r as number)), this.storedAt(value, ELEMENT)]);
    }
    if (values.kinds[value] === 'object') {
      const fact = this.program.facts[file]!.objects[values.indices[value]!]!;
      const own = [...Object.values(fact.members).flat(), ...(fact.elements ?? [])].map((r) => this.eval(file, r));
      const spread = (fact.spreads ?? []).flatMap((ref) => this.eval(file, ref).map((v) => (v === value ? NOTHING : this.elementOf(v))));
      const stored = this.stores.namesOf(value).map((name) => this.storedAt(value, name));
      return union([...own, ...spread, ...stored, this.storedAt(value, ELEMENT)]);
    }
    return values.kinds[value] === 'external' || values.kinds[value] === 'module' ? NOTHING : [value];
  }

  /** Names of the places a collection expression stands for, for stores of elements. */
  places(file: number, ref: RefId, depth: number): readonly string[] {
    if (depth > 6) return [];
    const [kind, a, b] = this.program.facts[file]!.refs[ref]!;
    switch (kind) {
      case 'member':
        return this.eval(file, a as number).map((value) => `${this.placeOf(value)}.${b as string}[]`);
      case 'import': {
        const target = this.program.target(file, a as number);
        if (target < 0) return [];
        const exported = this.program.facts[target]!.exports.filter((e) => e.name === b);
        return exported.flatMap((e) => this.places(target, e.value, depth + 1));
      }
      case 'either':
        return [];
      default:
        return [`${file}:${ref}[]`];
    }
  }

  /** Instances of one class share their places. */
  private placeOf(value: Value): Value {
    const kind = this.values.kinds[value];
    return kind === 'exact' ? this.values.of('open', this.values.files[value]!, this.values.indices[value]!) : value;
  }

  private fillStores(): void {
    for (const [file, { stores }] of this.program.facts.entries()) {
      for (const { target, name, value } of stores) {
        if (name === MIXED_IN) {
          this.mixIn(file, target, value);
          continue;
        }
        if (name !== null && this.isGlobalObject(file, target)) this.stores.add(this.values.opaque(), name, { file, ref: value });
        for (const base of this.eval(file, target)) this.store(base, name, { file, ref: value });
        if (name === null) for (const place of this.places(file, target, 0)) this.stores.addPlace(place, { file, ref: value });
      }
    }
  }

  /** `Object.assign(Shelf.prototype, { store() {} })`: the members of the one become members of the other. */
  private mixIn(file: number, target: RefId, source: RefId): void {
    const bases = this.eval(file, target);
    for (const value of this.eval(file, source)) {
      if (this.values.kinds[value] !== 'object') continue;
      const owner = this.values.files[value]!;
      const { members } = this.program.facts[owner]!.objects[this.values.indices[value]!]!;
      for (const [name, refs] of Object.entries(members)) {
        for (const ref of refs) for (const base of bases) if (base !== value) this.store(base, name, { file: owner, ref });
      }
    }
  }

  private isGlobalObject(file: number, ref: RefId): boolean {
    const [kind, name] = this.program.facts[file]!.refs[ref]!;
    return kind === 'global' && /^(globalThis|global|window|self)$/.test(name as string);
  }

  private store(base: Value, name: string | null, stored: Stored): void {
    const kind = this.values.kinds[base];
    if (kind === 'external' || kind === 'opaque') return;
    this.stores.add(this.placeOf(base), name ?? ELEMENT, stored);
  }
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}
