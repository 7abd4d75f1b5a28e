import { availableParallelism } from 'node:os';
import { extractFacts } from '../core/extract/file.js';
import type { FileFacts } from '../core/model.js';
import type { Steps } from '../core/steps.js';
import { decode } from './decode.js';
import { encodeFacts } from './encode-facts.js';
import { extractWithWorkers } from './extract-pool.js';

export interface ExtractJob {
  /** Project-relative; only the kind of file matters. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ExtractOptions {
  /** Most helper threads; false or 0: none. Absent: as many as pay. */
  readonly workers?: number | false | undefined;
  /** Whether results are wanted encoded too. */
  readonly encoded: boolean;
  readonly onResult: (index: number, result: ExtractResult) => void;
}

export type ExtractResult =
  | { readonly facts: FileFacts; readonly encoded?: Buffer }
  /** The engine broke on this file: a bug of ours, which must cost one file only. */
  | { readonly failure: string };

/** So many bytes cost a thread about as much as starting it does, several times over. */
const BYTES_PER_WORKER = 16_000_000;
const MOST_WORKERS = 3;

/**
 * Facts of many files, one a step. Results come in any order, each once, and do not depend on the
 * number of threads.
 */
export function* extractAll(jobs: readonly ExtractJob[], options: ExtractOptions): Steps<void> {
  const here = (index: number): void => {
    const job = jobs[index];
    if (job !== undefined) options.onResult(index, extractOne(job, options.encoded));
  };
  const workers = workerCount(jobs, options.workers);
  if (workers === 0) {
    for (let index = 0; index < jobs.length; index++) {
      here(index);
      yield;
    }
    return;
  }
  yield* extractWithWorkers({
    jobs,
    workers,
    here,
    take: (index, facts, encoded) => {
      options.onResult(index, { facts, encoded });
    },
  });
}

function extractOne({ path, bytes }: ExtractJob, wantEncoded: boolean): ExtractResult {
  try {
    const facts = extractFacts(decode(bytes), path);
    return wantEncoded ? { facts, encoded: encodeFacts(facts) } : { facts };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** This thread works too, so helpers are one fewer than processors. */
function workerCount(jobs: readonly ExtractJob[], wanted: number | false | undefined): number {
  if (wanted === false) return 0;
  if (wanted !== undefined) return Math.min(wanted, jobs.length);
  const bytes = jobs.reduce((sum, job) => sum + job.bytes.length, 0);
  return Math.min(availableParallelism() - 1, MOST_WORKERS, Math.floor(bytes / BYTES_PER_WORKER));
}
