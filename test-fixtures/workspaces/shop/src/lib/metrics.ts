/** Counts requests per path; totals are brought up to date in batches. */
export class Metrics {
  readonly totals = new Map<string, number>();
  private pending: string[] = [];

  count(path: string): void {
    this.pending.push(path);
    if (this.pending.length >= 20) this.flushSync();
  }

  /** Adds what is pending to the totals before it returns. */
  flushSync(): void {
    for (const path of this.pending) this.totals.set(path, (this.totals.get(path) ?? 0) + 1);
//                                               ^^^ strict/no-unbounded-growth
    this.pending = [];
  }
}
