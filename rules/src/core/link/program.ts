import type { CallFact, DocTags, FileFacts, FunctionFact } from '../model.js';
import type { FilesPort } from '../port.js';
import { paramCalls, type ParamCalls } from './param-calls.js';

/** A function of the whole project: the file's first number plus the function's index in it. */
export type FunctionId = number;

const NO_PARAMS: ReadonlySet<number> = new Set();

/** All files' facts side by side, in path order, with one numbering of functions. */
export class Program {
  readonly paths: readonly string[];
  readonly facts: readonly FileFacts[];
  /** First {@link FunctionId} of each file. */
  readonly base: readonly number[];
  readonly functionCount: number;
  private readonly fileOf: Int32Array;
  private readonly index: ReadonlyMap<string, number>;
  private readonly modules: (number | undefined)[][] = [];
  private readonly fieldsOf: (ReadonlyMap<number, number[]> | undefined)[] = [];
  private readonly callsBy: (number[][] | undefined)[] = [];
  private readonly called: (ParamCalls | undefined)[] = [];

  constructor(
    files: ReadonlyMap<string, FileFacts>,
    readonly port: FilesPort,
  ) {
    this.paths = [...files.keys()].sort();
    this.facts = this.paths.map(path => files.get(path)!);
    this.index = new Map(this.paths.map((path, i) => [path, i]));
    const base: number[] = [];
    let next = 0;
    for (const { functions } of this.facts) {
      base.push(next);
      next += functions.length;
    }
    this.base = base;
    this.functionCount = next;
    this.fileOf = new Int32Array(next);
    for (const [file, { functions }] of this.facts.entries())
      this.fileOf.fill(file, base[file], base[file]! + functions.length);
  }

  fileIndex(path: string): number | undefined {
    return this.index.get(path);
  }

  file(fn: FunctionId): number {
    return this.fileOf[fn]!;
  }

  id(file: number, fn: number): FunctionId {
    return this.base[file]! + fn;
  }

  fact(fn: FunctionId): FunctionFact {
    const file = this.fileOf[fn]!;
    return this.facts[file]!.functions[fn - this.base[file]!]!;
  }

  local(fn: FunctionId): number {
    return fn - this.base[this.fileOf[fn]!]!;
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

  /** The same program with tags on the functions named `<file>.<function>`. */
  tagged(tags: ReadonlyMap<string, DocTags>): Program {
    const files = new Map<string, FileFacts>();
    for (const [i, path] of this.paths.entries()) {
      const facts = this.facts[i]!;
      const functions = facts.functions.map(fact => {
        const said = tags.get(`${path}.${fact.name}`);
        return said ? { ...fact, tags: { ...fact.tags, ...said } } : fact;
      });
      files.set(path, { ...facts, functions });
    }
    return new Program(files, this.port);
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
