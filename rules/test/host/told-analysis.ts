import type { Analysis } from '#dist/core/analysis.js';
import type { FileFacts } from '#dist/core/model.js';
import type { EngineSettings } from '#dist/core/port.js';
import type { Workspace } from '#dist/host/workspace.js';

/**
 * Remembers what an analysis was told, and hands everything on to it. What it was told last is
 * what its answers may depend on.
 */
export class ToldAnalysis {
  readonly facts = new Map<string, FileFacts>();
  readonly analysis: Analysis;
  settings: EngineSettings;

  constructor(inner: Analysis, settings: EngineSettings) {
    this.settings = settings;
    this.analysis = {
      set: (path, facts) => {
        this.facts.set(path, facts);
        inner.set(path, facts);
      },
      delete: path => {
        this.facts.delete(path);
        inner.delete(path);
      },
      has: path => inner.has(path),
      reconfigure: (port, changed) => {
        this.settings = changed;
        inner.reconfigure(port, changed);
      },
      findings: query => inner.findings(query),
      fixes: finding => inner.fixes(finding),
      withFacts: facts => inner.withFacts(facts),
      blockingCalls: () => inner.blockingCalls(),
      callsToNowhere: (texts, names) => inner.callsToNowhere(texts, names),
      cascade: (finding, options) => inner.cascade(finding, options),
      combinedFix: (findings, isWanted) => inner.combinedFix(findings, isWanted),
      handlersOf: finding => inner.handlersOf(finding),
      functionOf: finding => inner.functionOf(finding),
      explain: (path, options) => inner.explain(path, options),
      affected: () => inner.affected(),
      stats: () => inner.stats(),
      get settled() {
        return inner.settled;
      },
      settle: options => inner.settle(options),
    };
  }

  /** Everything the engine is given: facts, settings, and all that the port answers. */
  told({ port }: Workspace): object {
    const files = port.files().map(path => {
      const facts = this.facts.get(path);
      const specifiers = [...new Set(facts?.imports.map(({ specifier }) => specifier))];
      return {
        path,
        facts: inOneOrder(facts),
        text: port.text(path),
        imports: specifiers.map(specifier => [specifier, port.resolve(specifier, path)]),
      };
    });
    return { files, known: [...this.facts.keys()].sort(), manifest: port.manifest, settings: this.settings };
  }
}

/** Facts whose fields are sorted: in which order a fact's fields stand says nothing. Members of objects and classes do. */
function inOneOrder(facts: FileFacts | undefined): unknown {
  if (facts === undefined) return undefined;
  const text = JSON.stringify(facts, (key, value: unknown) => {
    const isFact = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isFact || key === 'members' || key === 'statics') return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return JSON.parse(text) as unknown;
}
