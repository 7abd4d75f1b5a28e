/** Tells a failure of the analysis to the person at the terminal. */
export type Warn = (message: string, cause: unknown) => void;

/**
 * A Node warning: one line on stderr, and the stack of the cause under `node --trace-warnings`.
 * Never throws, and cannot change the exit code of the linter.
 */
export const emitWarning: Warn = (message, cause) => {
  const warning = new Error(message, { cause });
  warning.name = 'LoopguardWarning';
  if (cause instanceof Error && cause.stack !== undefined) {
    warning.stack = `${warning.name}: ${message}\n${cause.stack}`;
  }
  process.emitWarning(warning);
};

/**
 * Remembers what failed, so that each failing part says so once and is not asked again. A part is
 * a rule, the fixes of a rule, or the opening of projects.
 */
export class Failures {
  readonly #failed = new Set<string>();
  readonly #warn: Warn;

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  has(part: string): boolean {
    return this.#failed.has(part);
  }

  /** Runs `task`; on an error the part is remembered as failed and undefined is returned. */
  contain<T>(part: string, task: () => T): T | undefined {
    try {
      return task();
    } catch (error) {
      this.add(part, error);
      return undefined;
    }
  }

  add(part: string, error: unknown): void {
    if (this.#failed.has(part)) return;
    this.#failed.add(part);
    const reason = error instanceof Error ? error.message : String(error);
    this.#warn(`Loopguard stays silent about ${part}, because its analysis failed: ${firstLine(reason)}`, error);
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
