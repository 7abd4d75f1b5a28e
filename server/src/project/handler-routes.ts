import type { HandlerRoute } from 'eslint-plugin-loopguard/core/analysis';
import type { Finding } from 'eslint-plugin-loopguard/core/model';
import type { Steps } from 'eslint-plugin-loopguard/core/steps';

/** The handlers of findings, each asked for once: what was told of a finding can be taken back by it. */
export class HandlerRoutes {
  readonly #known = new WeakMap<Finding, readonly HandlerRoute[]>();

  constructor(private readonly ask: (finding: Finding) => readonly HandlerRoute[]) {}

  of(finding: Finding): readonly HandlerRoute[] {
    let known = this.#known.get(finding);
    if (known === undefined) this.#known.set(finding, (known = this.ask(finding)));
    return known;
  }

  /** What was told of a finding stands elsewhere now. */
  forget(finding: Finding): void {
    this.#known.delete(finding);
  }

  /** Asks ahead for many findings: each is a search through the project. */
  *prepare(findings: readonly Finding[]): Steps<void> {
    for (const finding of findings) {
      this.of(finding);
      yield;
    }
  }
}
