import type { Steps } from '../steps.js';
import type { Value } from './values.js';

/** Holders that are looked at in one step. */
const HOLDERS_PER_STEP = 4_096;

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
  *forget(reasons: number): Steps<void> {
    for (let holder = 0; holder < this.holders.length; holder++) {
      const names = this.holders[holder];
      if (names) for (const [name, entry] of names) if ((entry.depends & reasons) !== 0) names.delete(name);
      if (holder % HOLDERS_PER_STEP === HOLDERS_PER_STEP - 1) yield;
    }
  }

  /** Drops everything about a holder. */
  drop(holder: number): void {
    if (holder < this.holders.length) this.holders[holder] = undefined;
  }
}
