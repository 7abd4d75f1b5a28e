/**
 * Tells lint runs apart, so that the disk is looked at again once per run and not once per file.
 *
 * No linter tells a rule that a run begins, and a clock would only guess. Two facts are used:
 *
 * - ESLint makes a configuration object per run (per `ESLint` instance, in fact) and per distinct
 *   set of matching configs, and shares it among files. An object not seen before is a new run, or
 *   one more such set in this run, which costs one look too many. Editors make an instance per
 *   lint, so they see every change on disk.
 * - A run visits a file once. A file that comes again starts a new run, for tools that keep an
 *   instance; oxlint, which shares one object for ever, is covered by this alone. The passes of
 *   `--fix` over a file are one synchronous piece of work, and count as one visit.
 *
 * The limit: in a process that keeps its configuration objects, the first visit of a file since
 * the last look may still see other files as they were at that look.
 */
export class LintRun {
  readonly #configs = new WeakSet<object>();
  readonly #visited = new Set<string>();
  /** The file of the current synchronous piece of work. */
  #current: string | undefined;

  /** True when this visit is the first of a run. `config` is the object shared within a run. */
  begins(file: string, config: object): boolean {
    if (file === this.#current) return false;
    this.#current = file;
    queueMicrotask(() => {
      this.#current = undefined;
    });
    const begins = !this.#configs.has(config) || this.#visited.has(file);
    this.#configs.add(config);
    if (begins) this.#visited.clear();
    this.#visited.add(file);
    return begins;
  }
}
