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

/** Tells what is silent since it failed. */
export type Tell = (part: string, error: unknown) => void;

/** Tells each part once, however often and wherever it fails. */
export function tellOnce(warn: Warn): Tell {
  const told = new Set<string>();
  return (part, error) => {
    if (told.has(part)) return;
    told.add(part);
    const reason = error instanceof Error ? error.message : String(error);
    warn(`Loopguard stays silent about ${part}, because its analysis failed: ${firstLine(reason)}`, error);
  };
}

/**
 * Contains failures and remembers which parts of a whole they were in. A part is a rule, the fixes
 * of a rule, or the opening of projects; the whole is a project, or the process.
 */
export class Failures {
  readonly #failed = new Set<string>();
  readonly #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  has(part: string): boolean {
    return this.#failed.has(part);
  }

  /** Runs `task`; on an error the part is remembered as failed and undefined is returned. */
  contain<T>(part: string, task: () => T): T | undefined {
    try {
      return task();
    } catch (error) {
      this.#failed.add(part);
      this.#tell(part, error);
      return undefined;
    }
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
