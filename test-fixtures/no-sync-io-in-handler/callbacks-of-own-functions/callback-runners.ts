/** Runs it now. */
export function timed<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(performance.now() - start);
  return result;
}

/** Runs it for each later event. */
export function eachTick(work: () => void): void {
  setInterval(() => work(), 1000);
}

const kept: (() => void)[] = [];

/** Keeps it for a start-up phase. */
export function atStart(work: () => void): void {
  kept.push(work);
}

export function start(): void {
  for (const work of kept) work();
}
