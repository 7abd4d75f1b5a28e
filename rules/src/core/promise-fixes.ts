import type { ts } from 'ts-morph';
import type { FunctionId } from './link/program.js';
import { parse } from './extract/file.js';
import type { Fix, Span } from './model.js';
import type { Sink, Solution } from './solve/solution.js';
import { mention } from './words.js';
import { awaitPromiseForm } from './fixes/await-promise-form.js';

/**
 * Rewrites of a blocking call to its promise form inside its own file; empty where that would be wrong.
 * @param span - the call's token in `text`, when that is not the text that was analysed
 */
export function promiseFixes(
  solution: Solution,
  sink: Sink,
  text: string,
  file: string,
  span: Span = solution.program.call(solution.program.file(sink.fn), sink.call).token,
): readonly Fix[] {
  if (!sink.row.promise) return [];
  const enclosing = canBecomeAsync(solution, sink.fn);
  try {
    const result = awaitPromiseForm(parsed(text, file), { tokenSpan: span, row: sink.row, api: sink.path, enclosing });
    return 'refused' in result ? [] : [{ ...result, file }];
  } catch (error) {
    // Recipes walk the tree recursively; facts of a sum of thousands of strings are extracted without recursion.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

let latest: { readonly text: string; readonly file: string; readonly source: ts.SourceFile } | undefined;

/** A file with several findings is parsed once; what recipes learn of its names is kept with the tree. */
function parsed(text: string, file: string): ts.SourceFile {
  if (latest?.text !== text || latest.file !== file) latest = { text, file, source: parse(text, file) };
  return latest.source;
}

/**
 * Whether everybody who runs a function takes a promise for an answer. Frameworks wait for, or at
 * least do not read, what a request handler gives back; any other caller would need its answer now.
 */
function canBecomeAsync(solution: Solution, fn: FunctionId): { canBecomeAsync: boolean; reason?: string } {
  const { program, graph, contexts } = solution;
  if (program.fact(fn).async) return { canBecomeAsync: true };
  const caller = graph.incoming[fn]?.find(
    edge => edge.from !== fn && !(edge.kind === 'call' && isAwaited(solution, edge.from, edge.call)),
  );
  if (caller) {
    const name = program.fact(caller.from).name;
    return {
      canBecomeAsync: false,
      reason: `${name === '' ? 'Another function' : mention(name)} needs the result at once; make it async first.`,
    };
  }
  const roots = contexts.rootsOf(fn);
  if (roots.length === 0) return { canBecomeAsync: false, reason: 'Nothing shows who calls this function.' };
  const other = roots.find(root => root.context !== 'request' && root.context !== 'message');
  return other
    ? { canBecomeAsync: false, reason: `Nobody would handle a rejection of this ${mention(other.event)} listener.` }
    : { canBecomeAsync: true };
}

function isAwaited({ program }: Solution, from: FunctionId, call: number): boolean {
  return call >= 0 && program.call(program.file(from), call).awaited === true;
}
