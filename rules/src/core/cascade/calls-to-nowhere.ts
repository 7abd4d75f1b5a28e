import { calledFunctions } from '../lifetimes/call-targets.js';
import type { Solution } from '../solve/solution.js';
import type { CascadePlace } from './cascade-plan.js';

/**
 * Calls, by names that a rewrite gave, that lead to no function: what they are called on does not have it.
 * @param texts - the files to look at, as they were analysed
 */
export function* callsToNowhere(
  { program, linked }: Solution,
  texts: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): Generator<CascadePlace> {
  for (const [path, text] of texts) {
    const file = program.fileIndex(path);
    if (file === undefined) continue;
    for (const [call, { token: span }] of program.facts[file]!.calls.entries())
      if (names.has(text.slice(...span)) && calledFunctions(linked.files[file]!, call).length === 0)
        yield { file: path, span };
  }
}
