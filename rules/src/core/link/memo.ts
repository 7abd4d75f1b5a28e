import type { Value } from './values.js';

export interface MemoEntry {
  values: readonly Value[];
  /** What the values were read from; see the evaluator. */
  depends: number;
}

/** Results by holder and name. An entry that is still open is empty: that ends circles. */
export class Memo {
  private readonly holders: (Map<string, MemoEntry> | undefined)[] = [];

  get(holder: number, name: string): MemoEntry | undefined {
    return this.holders[holder]?.get(name);
  }

  open(holder: number, name: string): MemoEntry {
    const entry: MemoEntry = { values: [], depends: 0 };
    (this.holders[holder] ??= new Map()).set(name, entry);
    return entry;
  }

  /** Drops what was read from any of `reasons`. */
  forget(reasons: number): void {
    for (const names of this.holders) {
      if (!names) continue;
      for (const [name, entry] of names) if ((entry.depends & reasons) !== 0) names.delete(name);
    }
  }
}
