import type { AnalysisStats } from './analysis.js';
import type { Solution } from './solve/solution.js';

/** Counts over a whole solution. */
export function statsOf({ program, linked, contexts }: Solution): AnalysisStats {
  const resolved: Record<string, number> = {};
  let lines = 0;
  let calls = 0;
  for (const [file, facts] of program.facts.entries()) {
    lines += facts.lines;
    calls += facts.calls.length;
    for (const outcome of linked.files[file]!.outcomes) {
      const key = outcome.startsWith('unresolved') ? 'unresolved' : outcome;
      resolved[key] = (resolved[key] ?? 0) + 1;
    }
  }
  const skipped = program.paths.flatMap((file, i) =>
    program.facts[i]!.skipped ? [{ file, why: program.facts[i]!.skipped }] : [],
  );
  return {
    files: program.paths.length,
    skipped,
    lines,
    functions: program.functionCount,
    calls,
    resolved: Object.fromEntries(Object.entries(resolved).sort(([a], [b]) => (a < b ? -1 : 1))),
    handlers: [...contexts.roots].filter(root => root.handler).length,
  };
}
