import { usesOf } from '../../lifetimes/ref-uses.js';
import { refKey } from '../../lifetimes/ref-keys.js';
import type { FileFacts, RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { foundAt, type FoundBackpressure } from './found-backpressure.js';
import { ignoredWrites } from './ignored-writes.js';

/** Functions that read the next chunk whether the last was taken or not. */
export function pumpsIn(solution: Solution, file: number): readonly FoundBackpressure[] {
  const facts = solution.program.facts[file]!;
  return [...facts.functions.keys()].flatMap(fn => (isPump(facts, fn) ? pumped(solution, file, fn) : []));
}

/** A function that reads a chunk, hands itself to `then`, and writes what it is given. */
function isPump(facts: FileFacts, fn: number): boolean {
  return usesOf(facts, `fn ${fn}`).some(use => {
    if (use.as !== 'argument' || use.index !== 0 || facts.calls[use.call]!.fn !== fn) return false;
    const [kind, base, name] = facts.refs[facts.calls[use.call]!.callee]!;
    const [read, callee] = kind === 'member' && name === 'then' ? facts.refs[base as RefId]! : ['?'];
    return read === 'call' && facts.refs[callee as RefId]![2] === 'read';
  });
}

function pumped(solution: Solution, file: number, fn: number): readonly FoundBackpressure[] {
  const facts = solution.program.facts[file]!;
  return ignoredWrites(solution, file, fn, given => refKey(facts, given) === `param ${fn} 0.value`).map(
    ({ call, dest }) => foundAt(solution, file, call, { hazard: 'pumped', source: dest, dest }),
  );
}
