import type { CallFact, FileFacts, FunctionFact } from '../model.js';
import type { FilesPort } from '../port.js';
import { paramCalls, type ParamCalls } from './param-calls.js';

/** A function of the whole project: the file's first number plus the function's index in it. */
export type FunctionId = number;

const NO_PARAMS: ReadonlySet<number> = new Set();

/** Room for functions that edits add, before tables grow. */
const SPARE = 1_024;

/**
 * All files' facts side by side, in path order, with one numbering of functions. An edit may replace
 * the facts of a file; functions beyond those that the file had at first are numbered at the end.
 */
export class Program {
  readonly paths: string[];
  readonly facts: FileFacts[];
  functionCount: number;
  /** First {@link FunctionId} of each file, and how many follow it. */
  private readonly base: number[] = [];
  private readonly sizes: number[] = [];
  /** Ids of each file's functions beyond its size. */
  private readonly extras: (FunctionId[] | undefined)[] = [];
  private readonly firstExtra: FunctionId;
  private readonly extraLocals: number[] = [];
  private fileOf: Int32Array;
  private readonly index: Map<string, number>;
  private readonly modules: ((number | undefined)[] | undefined)[] = [];
  private readonly fieldsOf: (ReadonlyMap<number, number[]> | undefined)[] = [];
  private readonly callsBy: (number[][] | undefined)[] = [];
  private readonly called: (ParamCalls | undefined)[] = [];

  constructor(
    files: ReadonlyMap<string, FileFacts>,
    public port: FilesPort,
  ) {
    this.paths = [...files.keys()].sort();
    this.facts = this.paths.map(path => files.get(path)!);
    this.index = new Map(this.paths.map((path, i) => [path, i]));
    let next = 0;
    for (const { functions } of this.facts) {
      this.base.push(next);
      this.sizes.push(functions.length);
      next += functions.length;
    }
    this.functionCount = next;
    this.firstExtra = next;
    this.fileOf = new Int32Array(next + SPARE);
    for (const [file, { functions }] of this.facts.entries())
      this.fileOf.fill(file, this.base[file], this.base[file]! + functions.length);
  }

  fileIndex(path: string): number | undefined {
    return this.index.get(path);
  }

  file(fn: FunctionId): number {
    return this.fileOf[fn]!;
  }

  id(file: number, fn: number): FunctionId {
    const size = this.sizes[file]!;
    return fn < size ? this.base[file]! + fn : this.extras[file]![fn - size]!;
  }

  fact(fn: FunctionId): FunctionFact {
    return this.facts[this.fileOf[fn]!]!.functions[this.local(fn)]!;
  }

  local(fn: FunctionId): number {
    return fn < this.firstExtra ? fn - this.base[this.fileOf[fn]!]! : this.extraLocals[fn - this.firstExtra]!;
  }

  /** All functions of a file. */
  functionsOf(file: number): FunctionId[] {
    return this.facts[file]!.functions.map((_, fn) => this.id(file, fn));
  }

  /** Puts other facts in the place of a file's; see `patch/align-facts.ts` for the numbering they need. */
  replace(file: number, facts: FileFacts): void {
    this.facts[file] = facts;
    this.forgetTargets(file);
    this.fieldsOf[file] = undefined;
    this.callsBy[file] = undefined;
    this.called[file] = undefined;
    const extras = (this.extras[file] ??= []);
    for (let fn = this.sizes[file]! + extras.length; fn < facts.functions.length; fn++) {
      const id = this.functionCount++;
      if (id >= this.fileOf.length) this.fileOf = grown(this.fileOf, 2 * id);
      this.fileOf[id] = file;
      this.extraLocals.push(fn);
      extras.push(id);
    }
  }

  /** Adds a file; gives its number. */
  add(path: string, facts: FileFacts): number {
    const file = this.paths.push(path) - 1;
    this.index.set(path, file);
    this.base.push(this.functionCount);
    this.sizes.push(0);
    this.replace(file, facts);
    return file;
  }

  /** Makes a path unknown; its number stays. */
  remove(path: string): void {
    this.index.delete(path);
  }

  /** Resolves the imports of a file anew. */
  forgetTargets(file: number): void {
    this.modules[file] = undefined;
  }

  call(file: number, call: number): CallFact {
    return this.facts[file]!.calls[call]!;
  }

  paramCalls(file: number): ParamCalls {
    return (this.called[file] ??= paramCalls(this.facts[file]!));
  }

  /** Parameters of `fn` that closures it returns call. */
  wrappedParams(file: number, fn: number): ReadonlySet<number> {
    const calls = this.paramCalls(file).get(fn);
    if (!calls) return NO_PARAMS;
    const { functions, refs } = this.facts[file]!;
    const returned = new Set<number>();
    for (const ref of functions[fn]!.returns) if (refs[ref]![0] === 'fn') returned.add(refs[ref]![1] as number);
    if (returned.size === 0) return NO_PARAMS;
    const wrapped = new Set<number>();
    for (const [index, callers] of calls) {
      if ([...callers].some(caller => this.isWithin(file, caller, returned))) wrapped.add(index);
    }
    return wrapped;
  }

  /** Whether `fn` is one of `functions` or written inside one. */
  isWithin(file: number, fn: number, functions: ReadonlySet<number>): boolean {
    for (let at = fn; at > 0; at = this.facts[file]!.functions[at]!.parent) if (functions.has(at)) return true;
    return false;
  }

  /** Calls written in the body of `fn`. */
  callsOf(fn: FunctionId): readonly CallFact[] {
    return this.callNumbers(fn).map(call => this.facts[this.file(fn)]!.calls[call]!);
  }

  /** As {@link callsOf}: indices into the calls of the file. */
  callNumbers(fn: FunctionId): readonly number[] {
    const file = this.file(fn);
    let byFunction = this.callsBy[file];
    if (!byFunction) {
      byFunction = this.facts[file]!.functions.map(() => []);
      for (const [index, call] of this.facts[file]!.calls.entries()) byFunction[call.fn]!.push(index);
      this.callsBy[file] = byFunction;
    }
    return byFunction[this.local(fn)]!;
  }

  /** Initialisers of a class's instance fields. */
  fields(file: number, index: number): readonly FunctionId[] {
    const byClass = (this.fieldsOf[file] ??= groupFields(this.facts[file]!));
    return (byClass.get(index) ?? []).map(fn => this.id(file, fn));
  }

  /** File that import `module` of `file` leads to, or -1 when it is another package or missing. */
  target(file: number, module: number): number {
    const row = (this.modules[file] ??= []);
    const known = row[module];
    if (known !== undefined) return known;
    const { specifier } = this.facts[file]!.imports[module]!;
    const path = this.port.resolve(specifier, this.paths[file]!);
    const found = path === undefined ? -1 : (this.index.get(path) ?? -1);
    row[module] = found;
    return found;
  }
}

function groupFields({ functions }: FileFacts): ReadonlyMap<number, number[]> {
  const byClass = new Map<number, number[]>();
  for (const [fn, fact] of functions.entries()) {
    if (fact.kind !== 'field' || fact.class === undefined) continue;
    const list = byClass.get(fact.class);
    if (list) list.push(fn);
    else byClass.set(fact.class, [fn]);
  }
  return byClass;
}

function grown(table: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(table);
  return larger;
}
