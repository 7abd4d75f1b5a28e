import type { RefId } from '../model.js';

/** A lexical scope. `var` and function declarations belong to the nearest {@link Scope.hoist}. */
export class Scope {
  /** Unique within the file. */
  readonly id: number;
  private readonly counter: { next: number };
  readonly hoist: Scope;
  /** Placeholders for the names used here, in the value and in the type namespace. */
  readonly uses = new Map<string, RefId>();
  readonly typeUses = new Map<string, RefId>();
  private values: Map<string, RefId> | undefined;
  private types: Map<string, RefId> | undefined;
  private declared: Set<string> | undefined;

  constructor(
    readonly parent: Scope | undefined,
    /** Index of the function whose code stands in this scope. */
    readonly fn: number,
    isFunction: boolean,
  ) {
    this.counter = parent ? parent.counter : { next: 0 };
    this.id = this.counter.next++;
    this.hoist = isFunction || !parent ? this : parent.hoist;
  }

  bind(name: string, ref: RefId): void {
    (this.values ??= new Map()).set(name, ref);
  }

  /** Notes that `name` is declared in this scope, before its value is known. */
  declare(name: string): void {
    (this.declared ??= new Set()).add(name);
  }

  bindType(name: string, ref: RefId): void {
    (this.types ??= new Map()).set(name, ref);
  }

  /** What `name` is bound to here or outside, or undefined when it is free. */
  find(name: string): RefId | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const ref = scope.values?.get(name);
      if (ref !== undefined) return ref;
    }
    return undefined;
  }

  /** The function in which `name` is declared, as far as the walk has come; undefined when it is free. */
  ownerOf(name: string): number | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      if (scope.declared?.has(name) || scope.values?.has(name)) return scope.fn;
    }
    return undefined;
  }

  /** As {@link find} in the type namespace, where classes and imports are found too. */
  findType(name: string): RefId | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const ref = scope.types?.get(name) ?? scope.values?.get(name);
      if (ref !== undefined) return ref;
    }
    return undefined;
  }
}
