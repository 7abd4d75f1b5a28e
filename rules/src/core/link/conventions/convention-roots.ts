import type { TypeName } from '../../catalog/schema.js';
import type { ContextKind } from '../../model.js';
import type { Root } from '../edges.js';
import type { Evaluation } from '../evaluation.js';
import { paramKey } from '../flows.js';
import type { FunctionId } from '../program.js';
import type { Value } from '../values.js';

/** What conventions found because of one file. */
export interface FileConventions {
  readonly roots: Root[];
  readonly given: (readonly [key: number, value: Value])[];
}

/** What conventions found: roots, one for each function and context, and what their parameters are given. */
export class ConventionRoots {
  readonly roots: Root[] = [];
  readonly files: (FileConventions | undefined)[] = [];
  /** Values that a framework hands to parameters, by `paramKey`. */
  readonly given = new Map<number, Value[]>();
  private readonly seen = new Set<string>();
  private file = 0;

  constructor(readonly evaluation: Evaluation) {}

  /** What is found from now on is found because of `file`. */
  begin(file: number): void {
    this.file = file;
  }

  private get at(): FileConventions {
    return (this.files[this.file] ??= { roots: [], given: [] });
  }

  /** Notes a root; the first reason for a function and a context is kept. */
  add(fn: FunctionId, context: ContextKind, event: string, reason: string, possible?: true): void {
    const key = `${fn} ${context}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const root: Root = { fn, context, tier: 'C', event, reason, ...(possible && { possible }) };
    this.roots.push(root);
    this.at.roots.push(root);
  }

  /** Notes the types of the parameters of `fn`, by position. */
  give(fn: FunctionId, types: readonly (TypeName | null)[] | undefined): void {
    for (const [i, type] of types?.entries() ?? []) {
      if (type === null) continue;
      const key = paramKey(fn, i);
      const value = this.evaluation.values.external(type);
      const known = this.given.get(key);
      if (known) known.push(value);
      else this.given.set(key, [value]);
      this.at.given.push([key, value]);
    }
  }
}
