/** Tells a failure to the person who reads the log: what is silent since, and why. */
export type Tell = (message: string) => void;

/**
 * Contains failures of the analysis, so that a bug of ours costs one answer of one part, and is told
 * once. A part is a rule in a project, the fixes of a rule, a feature, or the opening of a project. The
 * next time the part is tried again: what broke it may be gone.
 */
export class Failures {
  readonly #told = new Set<string>();
  /** Parts that failed when they were tried last, and what is told of it. */
  readonly #failing = new Map<string, string>();

  constructor(private readonly tell: Tell) {}

  /** One line per part that fails. */
  get messages(): readonly string[] {
    return [...this.#failing.values()];
  }

  /** What `task` gives; undefined when it fails. */
  contain<T>(part: string, task: () => T): T | undefined {
    try {
      const result = task();
      this.#failing.delete(part);
      return result;
    } catch (error) {
      this.note(part, error);
      return undefined;
    }
  }

  /** Notes a failure that was caught elsewhere. */
  note(part: string, error: unknown): void {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    const message = `Loopguard is silent about ${part}, because its analysis failed: ${reason}`;
    this.#failing.set(part, message);
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.tell(error instanceof Error && error.stack !== undefined ? `${message}\n${error.stack}` : message);
  }

  /** Nothing fails any more, as far as is known: all is tried anew. */
  forget(): void {
    this.#failing.clear();
    this.#told.clear();
  }
}
