import { Worker } from 'node:worker_threads';

/** A script of its own would be one more file to find in a bundle. */
const SOURCE = `
  let timer;
  require('node:worker_threads').parentPort.on('message', limit => {
    clearTimeout(timer);
    if (limit > 0) timer = setTimeout(() => process.kill(process.pid, 'SIGKILL'), limit);
  });
`;

/**
 * Ends this process when a piece of work takes longer than its limit. It is a thread, since a
 * configuration that loops keeps the main thread from noticing that the server is gone.
 */
export class Watchdog {
  readonly #thread = new Worker(SOURCE, { eval: true, execArgv: [] });

  constructor() {
    this.#thread.on('error', () => undefined);
    this.#thread.unref();
  }

  /** The process ends in `limit` milliseconds unless {@link calm} is called. */
  watch(limit: number): void {
    this.#thread.postMessage(limit);
  }

  calm(): void {
    this.#thread.postMessage(0);
  }
}
