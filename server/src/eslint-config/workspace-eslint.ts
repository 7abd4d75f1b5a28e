import type { EslintOutcome, FileConfiguration } from './answer.js';
import { EslintProcess, type ProcessResult } from './eslint-process.js';

/** Files per message; the deadline and the progress are per message. */
const CHUNK = 500;

export interface WorkspaceEslintOptions {
  /** The folder whose ESLint is asked and where it works, an absolute path. */
  readonly folder: string;
  /** Milliseconds for each chunk of files; for the first, ESLint and its configuration are loaded too. */
  readonly deadline?: number;
  /** Milliseconds without a question after which the process is ended; the next one starts another. */
  readonly idle?: number;
  /** Where the child's script is, when it is not `eslint-child.js` beside this module. */
  readonly script?: URL;
  /** Environment of the child; a debugger's flags are taken out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What may accompany a question. */
export interface Asking {
  /** Called after each chunk. It starts again at a chunk when a reset comes in between. */
  readonly progress?: (done: number, total: number) => void;
  /** Looked at between chunks. */
  readonly signal?: AbortSignal;
}

/**
 * Asks the ESLint of a workspace folder what it has configured for Loopguard, in a process of its
 * own. Nothing is started before the first question.
 *
 * **Invariant:** asking executes code of the workspace; whether the workspace is trusted is the
 * caller's decision, and is made before.
 */
export class WorkspaceEslint {
  readonly #options: Required<WorkspaceEslintOptions>;
  #process: EslintProcess | undefined;
  /** Counts resets: what an earlier process said no longer counts. */
  #generation = 0;
  #isDisposed = false;
  /** Ends when the last chunk sent was answered. Chunks of several questions take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: WorkspaceEslintOptions) {
    this.#options = {
      deadline: 10_000,
      idle: 60_000,
      script: new URL('./eslint-child.js', import.meta.url),
      environment: process.env,
      ...options,
    };
  }

  /**
   * Asks about files by absolute path. Never rejects. An answer is of one state of the configuration:
   * a {@link reset} meanwhile starts the question again. Failures are not remembered.
   */
  async ask(files: readonly string[], asking: Asking = {}): Promise<EslintOutcome> {
    for (;;) {
      const outcome = await this.#askAll(files, asking, this.#generation);
      if (outcome !== 'outdated') return outcome;
    }
  }

  /** To be called when a configuration changed ({@link isEslintConfiguration}): nothing loaded is kept. */
  reset(): void {
    this.#generation += 1;
    this.#process?.end();
    this.#process = undefined;
  }

  /** Ends the process; questions under way and later ones are `cancelled`. */
  dispose(): void {
    this.#isDisposed = true;
    this.reset();
  }

  async #askAll(
    files: readonly string[],
    { progress, signal }: Asking,
    generation: number,
  ): Promise<EslintOutcome | 'outdated'> {
    const answers = new Map<string, FileConfiguration | undefined>();
    const known = new Map<string, FileConfiguration>();
    for (let at = 0; at < files.length; at += CHUNK) {
      const chunk = files.slice(at, at + CHUNK);
      const result = await this.#inTurn(() => this.#askChunk(chunk, generation, signal));
      if (this.#isCancelled(signal)) return { kind: 'cancelled' };
      if (generation !== this.#generation || result.kind === 'ended') return 'outdated';
      if (result.kind !== 'answered') return result;
      const configurations = result.configurations.map(text => parsed(text, known));
      for (const [index, file] of chunk.entries()) {
        const configuration = result.files[index] ?? undefined;
        answers.set(file, configuration === undefined ? undefined : configurations[configuration]);
      }
      progress?.(at + chunk.length, files.length);
    }
    return this.#isCancelled(signal) ? { kind: 'cancelled' } : { kind: 'answered', answer: { files: answers } };
  }

  #isCancelled(signal: AbortSignal | undefined): boolean {
    return this.#isDisposed || signal?.aborted === true;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task);
    this.#turn = result;
    return result;
  }

  /** Never rejects. A process that did not answer is not asked again. */
  async #askChunk(
    chunk: readonly string[],
    generation: number,
    signal: AbortSignal | undefined,
  ): Promise<ProcessResult> {
    if (generation !== this.#generation || this.#isCancelled(signal)) return { kind: 'ended' };
    let child: EslintProcess;
    try {
      child = this.#process?.isRunning === true ? this.#process : new EslintProcess(this.#options);
    } catch (error) {
      return {
        kind: 'failed',
        message: `ESLint cannot be asked: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
    this.#process = child;
    const result = await child.ask(chunk, this.#options.deadline);
    if (result.kind !== 'answered') child.end();
    return result;
  }
}

/** Equal texts give one object. */
function parsed(text: string, known: Map<string, FileConfiguration>): FileConfiguration {
  const configuration = known.get(text) ?? (JSON.parse(text) as FileConfiguration);
  known.set(text, configuration);
  return configuration;
}
