import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { FileFacts } from '../core/model.js';
import type { Steps } from '../core/steps.js';
import { decodeFacts } from './decode-facts.js';

/** Positions in the control block, followed by one state per job. */
export const NEXT = 0;
export const FINISHED = 1;
export const STATES = 2;
export const CLAIMED = 1;
export const DONE = 2;

/** What a worker is given. All bytes are shared, so that every thread sees the same text. */
export interface PoolData {
  readonly port: MessagePort;
  readonly control: Int32Array;
  readonly bytes: Uint8Array;
  readonly jobs: readonly PoolJob[];
}

interface PoolJob {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What a worker answers: the facts of one job, encoded. */
export interface PoolAnswer {
  readonly index: number;
  readonly encoded: Uint8Array;
}

/** No answer from any worker for this long: they are given up and their jobs done here. */
const PATIENCE_MS = 30_000;
/** The longest that one step waits for a worker. */
const WAIT_MS = 5;

export interface PoolInput {
  readonly jobs: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly workers: number;
  /** Does one job on this thread. */
  readonly here: (index: number) => void;
  /** Takes a worker's result. */
  readonly take: (index: number, facts: FileFacts, encoded: Buffer) => void;
}

/**
 * Extracts on several threads, this one included. Needs no event loop in between: lint rules are
 * synchronous. Each thread claims the next job from a shared counter. Whatever a worker fails to
 * answer is done here, so that the result never depends on the workers.
 */
export function* extractWithWorkers({ jobs, workers, here, take }: PoolInput): Steps<void> {
  const control = new Int32Array(new SharedArrayBuffer(4 * (STATES + jobs.length)));
  const { bytes, places } = share(jobs);
  const ports: MessagePort[] = [];
  const answered = new Uint8Array(jobs.length);
  const drain = (): void => {
    for (const port of ports) {
      for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
        const { index, encoded } = got.message as PoolAnswer;
        if (answered[index] !== 0) continue;
        const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
        const facts = decodeFacts(bytes);
        if (facts === undefined) continue;
        answered[index] = 1;
        take(index, facts, bytes);
      }
    }
  };
  try {
    for (let started = 0; started < workers; started++) {
      const port = startWorker(control, bytes, places);
      if (port !== undefined) ports.push(port);
    }
    for (let index = Atomics.add(control, NEXT, 1); index < jobs.length; index = Atomics.add(control, NEXT, 1)) {
      answered[index] = 1;
      Atomics.store(control, STATES + index, DONE);
      Atomics.add(control, FINISHED, 1);
      here(index);
      drain();
      yield;
    }
    yield* awaitWorkers(control, jobs.length, drain);
    for (let index = 0; index < jobs.length; index++) {
      if (answered[index] !== 0) continue;
      here(index);
      yield;
    }
  } finally {
    // Also when nobody waits for the rest: a worker ends when there is no job left to claim.
    Atomics.store(control, NEXT, jobs.length);
    for (const port of ports) port.close();
  }
}

/** Waits until all jobs are finished, or no worker gets anything done any more. */
function* awaitWorkers(control: Int32Array, jobs: number, drain: () => void): Steps<void> {
  let waited = 0;
  for (let before = -1; waited < PATIENCE_MS;) {
    const finished = Atomics.load(control, FINISHED);
    if (finished >= jobs) break;
    waited = finished === before ? waited + WAIT_MS : 0;
    before = finished;
    Atomics.wait(control, FINISHED, finished, WAIT_MS);
    drain();
    yield;
  }
  drain();
}

function startWorker(control: Int32Array, bytes: Uint8Array, jobs: readonly PoolJob[]): MessagePort | undefined {
  const { port1, port2 } = new MessageChannel();
  const workerData: PoolData = { port: port2, control, bytes, jobs };
  try {
    const worker = new Worker(new URL('./extract-worker.js', import.meta.url), {
      workerData,
      transferList: [port2],
      // Flags such as --inspect or a test runner's loader are not for helpers.
      execArgv: [],
    });
    worker.on('error', () => undefined);
    worker.unref();
    port1.unref();
    return port1;
  } catch {
    port1.close();
    return undefined;
  }
}

function share(jobs: PoolInput['jobs']): { bytes: Uint8Array; places: PoolJob[] } {
  const total = jobs.reduce((sum, job) => sum + job.bytes.length, 0);
  const bytes = new Uint8Array(new SharedArrayBuffer(total));
  let start = 0;
  const places = jobs.map(job => {
    bytes.set(job.bytes, start);
    const place = { path: job.path, start, end: start + job.bytes.length };
    start = place.end;
    return place;
  });
  return { bytes, places };
}
