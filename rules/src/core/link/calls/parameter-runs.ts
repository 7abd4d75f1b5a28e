import type { Steps } from '../../steps.js';
import type { FunctionId, Program } from '../program.js';
import type { HandedOn } from '../file-links.js';
import { functionOfKey, paramKey } from '../flows.js';

/** Notes that are gone through in one step. */
const NOTES_PER_STEP = 2_000;
const NONE: ReadonlySet<FunctionId> = new Set();

/**
 * Who runs the functions that callers hand over: first-party callback modes, derived from bodies.
 * A parameter that its own function runs, or a closure of it that finishes what the call began, runs
 * a callback on behalf of the caller, so that each caller keeps its own. One that a handler runs,
 * which outlives the call, runs every callback that was ever handed over.
 */
export class ParameterRuns {
  private readonly noted = new Map<number, Set<FunctionId>>();
  private settled = new Map<number, Set<FunctionId>>();
  outliving: Set<FunctionId> = new Set();
  /** Parameters whose notes were taken back since they were settled. */
  readonly forgotten = new Set<number>();
  /** Function to the function on whose behalf it runs, where it is written in place: `list.forEach(() => …)`. */
  private readonly inline = new Map<FunctionId, FunctionId>();

  constructor(private readonly program: Program) {}

  /** Notes that running `by` runs parameter `index` of `owner`. */
  run(owner: FunctionId, index: number, by: FunctionId): void {
    add(this.noted, paramKey(owner, index), by);
  }

  /** Notes that `fn`, written inside `on`, runs on its behalf. */
  inlined(fn: FunctionId, on: FunctionId): boolean {
    if (this.inline.has(fn) || fn === on) return false;
    this.inline.set(fn, on);
    return true;
  }

  /** Functions that run parameter `index` of `owner`; `owner` itself means: before or on behalf of the call. */
  runners(owner: FunctionId, index: number): ReadonlySet<FunctionId> {
    return this.settled.get(paramKey(owner, index)) ?? NONE;
  }

  /**
   * Works out the runners from the notes and carries them through wrappers, to a fixpoint.
   * @param handedOn parameters that are handed on, of all files
   * @param outliving functions that run again and again on their own account
   */
  *settle(handedOn: readonly HandedOn[], outliving: Set<FunctionId>): Steps<void> {
    this.outliving = outliving;
    this.settled = new Map();
    let count = 0;
    for (const [key, set] of this.noted) {
      for (const by of set) add(this.settled, key, this.climb(by, functionOfKey(key)));
      if (++count % NOTES_PER_STEP === 0) yield;
    }
    for (let changed = true; changed;) {
      changed = false;
      for (const use of handedOn) {
        if (++count % NOTES_PER_STEP === 0) yield;
        if (this.carry(use)) changed = true;
      }
    }
  }

  /** Takes back all notes about a function and its first `params` parameters, until {@link resettle}. */
  forget(fn: FunctionId, params: number): void {
    this.inline.delete(fn);
    for (let index = 0; index < params; index++) {
      const key = paramKey(fn, index);
      this.noted.delete(key);
      this.forgotten.add(key);
    }
  }

  /**
   * As {@link settle}, for some parameters alone; what the others' runners are is taken as known.
   * @returns parameters whose runners have changed
   */
  resettle(keys: ReadonlySet<number>, handedOn: readonly HandedOn[]): Set<number> {
    const before = new Map([...keys].map(key => [key, this.settled.get(key)]));
    for (const key of keys) {
      this.settled.delete(key);
      for (const by of this.noted.get(key) ?? []) add(this.settled, key, this.climb(by, functionOfKey(key)));
    }
    for (let changed = true; changed;) {
      changed = false;
      for (const use of handedOn) if (this.carry(use)) changed = true;
    }
    return new Set([...keys].filter(key => !sameSets(before.get(key), this.settled.get(key))));
  }

  /** Carries runners through one wrapper; whether that told anything new. */
  private carry(use: HandedOn): boolean {
    let changed = false;
    for (const by of [...this.runners(use.to, use.toIndex)]) {
      const runner = this.climb(by === use.to ? use.in : by, use.owner);
      if (add(this.settled, paramKey(use.owner, use.index), runner)) changed = true;
    }
    return changed;
  }

  /** The function on whose behalf `fn` runs, if that leads up to `owner`; else `fn`. */
  private climb(fn: FunctionId, owner: FunctionId): FunctionId {
    let at: FunctionId | undefined = fn;
    for (let hops = 0; at !== undefined && hops < 50; hops++) {
      if (at === owner) return owner;
      at = this.inline.get(at) ?? this.constructorOf(at) ?? this.around(at);
    }
    return fn;
  }

  /** The function that a closure is written in and finishes the work of. */
  private around(fn: FunctionId): FunctionId | undefined {
    const { parent } = this.program.fact(fn);
    if (parent <= 0 || this.outliving.has(fn)) return undefined;
    return this.program.id(this.program.file(fn), parent);
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

/** Whether the function was new to the key. */
function add(table: Map<number, Set<FunctionId>>, key: number, fn: FunctionId): boolean {
  const set = table.get(key) ?? new Set<FunctionId>();
  table.set(key, set);
  if (set.has(fn)) return false;
  set.add(fn);
  return true;
}

function sameSets(a: ReadonlySet<FunctionId> = NONE, b: ReadonlySet<FunctionId> = NONE): boolean {
  return a.size === b.size && [...a].every(fn => b.has(fn));
}
