import type { Analysis } from '#dist/core/analysis.js';
import { createAnalysis } from '#dist/core/engine.js';
import { extractFacts } from '#dist/core/extract/file.js';
import type { Finding } from '#dist/core/model.js';
import { runSteps } from '#dist/core/steps.js';
import { MemoryPort } from '../fixtures/memory-port.js';

/** A project in memory that is edited, with an analysis that is told of it and one from nothing to compare with. */
export class EditedProject {
  readonly texts: Map<string, string>;
  readonly analysis: Analysis;

  constructor(texts: Iterable<readonly [string, string]>) {
    this.texts = new Map(texts);
    this.analysis = this.cold();
    runSteps(this.analysis.settle());
  }

  get files(): readonly string[] {
    return new MemoryPort(this.texts).files();
  }

  /** Replaces, adds or (undefined) removes a file, as an editor or the disk does. */
  edit(path: string, text: string | undefined): void {
    const known = this.texts.has(path);
    if (text === undefined) this.texts.delete(path);
    else this.texts.set(path, text);
    if (text === undefined) this.analysis.delete(path);
    if (!known || text === undefined) this.analysis.reconfigure(new MemoryPort(this.texts), {});
    if (text !== undefined) this.analysis.set(path, extractFacts(text, path));
  }

  /** What the patched solution says. */
  provisional(): string[] {
    return this.analysis.findings({ provisional: true, strict: true, suppressed: 'keep' }).map(told);
  }

  /** What a solution from nothing says. */
  exact(): string[] {
    return this.cold().findings({ strict: true, suppressed: 'keep' }).map(told);
  }

  private cold(): Analysis {
    const port = new MemoryPort(this.texts);
    const analysis = createAnalysis(port, {});
    for (const path of port.files()) analysis.set(path, extractFacts(this.texts.get(path) ?? '', path));
    return analysis;
  }
}

/** A finding with everything that a person gets to see of it. */
function told({ key, certainty, message, routeText, file, span, route }: Finding): string {
  const steps = route.map(step => `${step.file}:${step.span.join('-')} ${step.message}`);
  return [`${file}:${span.join('-')} ${certainty} ${message} ${routeText}`, key, ...steps].join('\n  ');
}
