import type { Analysis } from '#dist/core/analysis.js';

/** An engine that finds nothing: for tests of the host alone. */
export function silentAnalysis(): Analysis {
  const files = new Set<string>();
  return {
    set: path => {
      files.add(path);
    },
    delete: path => {
      files.delete(path);
    },
    has: path => files.has(path),
    reconfigure: () => undefined,
    findings: () => [],
    fixes: () => [],
    withFacts: silentAnalysis,
    blockingCalls: () => [],
    callsToNowhere: () => [],
    cascade: () => undefined,
    combinedFix: () => ({ edits: [], fixed: [] }),
    handlersOf: () => [],
    functionOf: () => undefined,
    explain: () => undefined,
    stats: () => ({ files: files.size, skipped: [], lines: 0, functions: 0, calls: 0, resolved: {}, handlers: 0 }),
    affected: () => [],
    settled: true,
    *settle() {
      // Nothing to do.
    },
  };
}
