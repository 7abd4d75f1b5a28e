import type { Steps } from 'eslint-plugin-loopguard/core/steps';

/** Work between two looks at the messages that came in: a message waits for a few slices, one per turn it takes. */
const SLICE_MS = 8;

interface Job {
  readonly steps: Steps<unknown>;
  readonly isUnwanted: () => boolean;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** The work was given up because nobody wants its result any more. */
export class Unwanted extends Error {
  override readonly name = 'Unwanted';
}

export interface JobOptions {
  /** Asked before each slice: whether to give the job up. */
  readonly isUnwanted?: () => boolean;
}

/**
 * Long work on the one thread, in slices; between them messages are read. Jobs run one after the
 * other, in the order they came.
 */
export class Background {
  readonly #jobs: Job[] = [];
  #scheduled: NodeJS.Immediate | undefined;

  /**
   * Runs work to its end.
   * @throws Unwanted when it was given up
   */
  run<T>(steps: Steps<T>, { isUnwanted = () => false }: JobOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const job: Job = {
        steps,
        isUnwanted,
        done: result => resolve(result as T),
        failed: reject,
      };
      this.#jobs.push(job);
      this.#schedule();
    });
  }

  /** Gives up everything: nobody is told any more. */
  stop(): void {
    for (const job of this.#jobs.splice(0)) abandon(job);
    clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
  }

  #schedule(): void {
    if (this.#jobs.length === 0 || this.#scheduled !== undefined) return;
    this.#scheduled = setImmediate(() => {
      this.#scheduled = undefined;
      const [job] = this.#jobs;
      if (job !== undefined && this.#slice(job)) this.#jobs.splice(this.#jobs.indexOf(job), 1);
      this.#schedule();
    });
  }

  /** Whether the job is over. */
  #slice(job: Job): boolean {
    if (job.isUnwanted()) {
      abandon(job);
      job.failed(new Unwanted());
      return true;
    }
    const until = performance.now() + SLICE_MS;
    try {
      do {
        const { done, value } = job.steps.next();
        if (done) {
          job.done(value);
          return true;
        }
      } while (performance.now() < until);
      return false;
    } catch (error) {
      job.failed(error);
      return true;
    }
  }
}

/** Lets work that is given up end what it began elsewhere, as on other threads. */
function abandon({ steps }: Job): void {
  try {
    steps.return(undefined);
  } catch {
    // It is under way just now, or failed at this too: nobody waits for it.
  }
}
