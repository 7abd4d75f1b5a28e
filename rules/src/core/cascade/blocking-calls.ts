import type { ContextKind } from '../model.js';
import type { Sink, Solution } from '../solve/solution.js';
import { apiName, mention } from '../words.js';
import type { CascadePlace } from './cascade-plan.js';

/** A call that waits, whoever reaches it. */
export interface BlockingCall extends CascadePlace {
  /** The same after edits elsewhere; calls of one API in one function are numbered. */
  readonly key: string;
  /** What is called and what it waits for, as a sentence. */
  readonly message: string;
  /** In what the function around it runs; empty where nothing is known to reach it. */
  readonly contexts: readonly ContextKind[];
}

/** All calls of a program that wait, by file and position, each with what it was read from. */
export function* blockingCalls(solution: Solution): Generator<readonly [BlockingCall, Sink]> {
  const { program, contexts } = solution;
  for (const [file, path] of program.paths.entries()) {
    const counts = new Map<string, number>();
    for (const sink of solution.sinksIn(file)) {
      const { fn, call, path: api, row } = sink;
      // A module is loaded once, and has no other form in CommonJS.
      if (row.memoised) continue;
      const subject = `${path} ${api} in ${program.fact(fn).name}`;
      const count = (counts.get(subject) ?? 0) + 1;
      counts.set(subject, count);
      const told: BlockingCall = {
        file: path,
        span: program.call(file, call).token,
        key: `${subject} #${count}`,
        message: `${mention(apiName(api))} waits for ${row.for}.`,
        contexts: contexts.of(fn),
      };
      yield [told, sink];
    }
  }
}
