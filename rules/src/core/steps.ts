/**
 * Long work in small steps: each `next()` does at most a few milliseconds of it, and leaving it
 * unfinished is safe. Who has the time to wait uses {@link runSteps}.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all that is left of some work at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
