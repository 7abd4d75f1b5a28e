/** Tells a failure to the person who reads the log: what is silent since, and why. */
export type Tell = (message: string) => void;

/**
 * Contains failures of the analysis, so that a bug of ours costs one part, and says so once. A part
 * is a rule in a project, the fixes of a rule, a feature, or the opening of a project.
 */
export class Failures {
  readonly #told = new Map<string, string>();

  constructor(private readonly tell: Tell) {}

  /** One line per part that failed. */
  get messages(): readonly string[] {
    return [...this.#told.values()];
  }

  has(part: string): boolean {
    return this.#told.has(part);
  }

  /** What `task` gives; undefined when it fails, now or before. */
  contain<T>(part: string, task: () => T): T | undefined {
    if (this.has(part)) return undefined;
    try {
      return task();
    } catch (error) {
      this.note(part, error);
      return undefined;
    }
  }

  /** Notes a failure that was caught elsewhere. */
  note(part: string, error: unknown): void {
    if (this.has(part)) return;
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    this.#told.set(part, `Loopguard is silent about ${part}, because its analysis failed: ${reason}`);
    this.tell(
      error instanceof Error && error.stack !== undefined
        ? `${this.#told.get(part)}\n${error.stack}`
        : `${this.#told.get(part)}`,
    );
  }

  /** Another try, for instance after the code that broke it was changed. */
  forget(): void {
    this.#told.clear();
  }
}
