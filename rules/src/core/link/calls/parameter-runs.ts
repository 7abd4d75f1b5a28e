import type { FunctionId, Program } from '../program.js';
import { functionOfKey, paramKey } from '../flows.js';

/** `g` hands parameter `index` of `owner` on to parameter `toIndex` of `to`. */
interface HandedOn {
  readonly owner: FunctionId;
  readonly index: number;
  readonly in: FunctionId;
  readonly to: FunctionId;
  readonly toIndex: number;
}

/**
 * Who runs the functions that callers hand over: first-party callback modes, derived from bodies.
 * A parameter is run by its own function (then a callback runs in the caller's context, as with
 * `map`), or by another function that outlives the call.
 */
export class ParameterRuns {
  private readonly runs = new Map<number, Set<FunctionId>>();
  private readonly handedOn: HandedOn[] = [];
  /** Function to the function on whose behalf it runs, where it is written in place: `list.forEach(() => …)`. */
  private readonly inline = new Map<FunctionId, FunctionId>();

  constructor(private readonly program: Program) {}

  /** Notes that running `by` runs parameter `index` of `owner`. */
  run(owner: FunctionId, index: number, by: FunctionId): boolean {
    const key = paramKey(owner, index);
    const set = this.runs.get(key) ?? new Set<FunctionId>();
    this.runs.set(key, set);
    const runner = this.climb(by, owner);
    if (set.has(runner)) return false;
    set.add(runner);
    return true;
  }

  handOn(use: HandedOn): void {
    this.handedOn.push(use);
  }

  /** Notes that `fn`, written inside `on`, runs on its behalf. */
  inlined(fn: FunctionId, on: FunctionId): boolean {
    if (this.inline.has(fn) || fn === on) return false;
    this.inline.set(fn, on);
    return true;
  }

  /** Functions that run parameter `index` of `owner`; `owner` itself means: before or on behalf of the call. */
  runners(owner: FunctionId, index: number): ReadonlySet<FunctionId> {
    return this.runs.get(paramKey(owner, index)) ?? NONE;
  }

  /** Re-reads earlier notes after {@link inlined} and carries modes through wrappers, to a fixpoint. */
  settle(): void {
    for (const [key, set] of this.runs) {
      const owner = functionOfKey(key);
      const settled = [...set].map(by => this.climb(by, owner));
      set.clear();
      settled.forEach(by => set.add(by));
    }
    for (let changed = true; changed;) {
      changed = false;
      for (const use of this.handedOn) {
        for (const by of this.runners(use.to, use.toIndex)) {
          if (this.run(use.owner, use.index, by === use.to ? use.in : by)) changed = true;
        }
      }
    }
  }

  /** The function on whose behalf `fn` runs, if that leads up to `owner`; else `fn`. */
  private climb(fn: FunctionId, owner: FunctionId): FunctionId {
    let at: FunctionId | undefined = fn;
    for (let hops = 0; at !== undefined && hops < 50; hops++) {
      if (at === owner) return owner;
      at = this.inline.get(at) ?? this.constructorOf(at);
    }
    return fn;
  }

  /** Field initialisers run with their constructor. */
  private constructorOf(fn: FunctionId): FunctionId | undefined {
    const fact = this.program.fact(fn);
    if (fact.kind !== 'field' || fact.class === undefined) return undefined;
    const file = this.program.file(fn);
    const { construct } = this.program.facts[file]!.classes[fact.class]!;
    return construct === undefined ? undefined : this.program.id(file, construct);
  }
}

const NONE: ReadonlySet<FunctionId> = new Set();
