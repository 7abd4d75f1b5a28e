import { dropsRejections } from './cascade/rejections.js';
import type { FunctionId } from './link/program.js';
import type { FixInput } from './fixes/fix-input.js';
import type { Fix } from './model.js';
import type { Sink, Solution } from './solve/solution.js';
import { mention } from './words.js';
import { awaitPromiseForm } from './fixes/await-promise-form.js';
import { readAtStart } from './fixes/read-at-start.js';

/** Rewrites of a blocking call inside its own file: to its promise form, or to a text that is read at start-up. */
export function blockingFixes(solution: Solution, sink: Sink, input: FixInput): readonly Fix[] {
  return [...promiseFixes(solution, sink, input), ...readAtStart(sink.row, input)];
}

/** Empty where the promise form would be wrong. */
function promiseFixes(solution: Solution, sink: Sink, { source, file, span }: FixInput): readonly Fix[] {
  if (!sink.row.promise) return [];
  const enclosing = canBecomeAsync(solution, sink.fn);
  const result = awaitPromiseForm(source, { tokenSpan: span, row: sink.row, api: sink.path, enclosing });
  return 'refused' in result ? [] : [{ ...result, file }];
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
  if (roots.some(root => dropsRejections(solution, root)))
    return { canBecomeAsync: false, reason: 'The framework does not handle a rejection of this handler.' };
  return other
    ? { canBecomeAsync: false, reason: `Nobody would handle a rejection of this ${mention(other.event)} listener.` }
    : { canBecomeAsync: true };
}

function isAwaited({ program }: Solution, from: FunctionId, call: number): boolean {
  return call >= 0 && program.call(program.file(from), call).awaited === true;
}
