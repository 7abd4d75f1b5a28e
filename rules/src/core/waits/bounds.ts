import type { WaitRow } from '../catalog/schema.js';
import type { RefId } from '../model.js';
import type { Solution } from '../solve/solution.js';
import { calledApi } from '../lifetimes/call-targets.js';
import { mayBeGiven } from '../lifetimes/given-options.js';

/** Longer ways to what made a client are not followed. */
const MAX_HOPS = 6;

/** Whether the options of a call bound it, or may: what is not understood counts as a bound. */
export function isBounded(solution: Solution, file: number, call: number, row: WaitRow): boolean {
  const { args, spread, callee } = solution.program.call(file, call);
  if (spread || row.at.some(at => mayBeGiven(solution, file, args[at], row.options))) return true;
  if (row.madeBy === undefined) return false;
  const [kind, base] = solution.program.facts[file]!.refs[callee]!;
  // `client.get(url)`, and `client(url)`.
  const made = makerOf(solution, file, kind === 'member' ? (base as RefId) : callee, 0);
  if (!made || calledApi(solution.linked.files[made.file]!, made.call) !== row.madeBy) return true;
  return mayBeGiven(solution, made.file, solution.program.call(made.file, made.call).args[0], row.options);
}

/** The call that made a client, where it is the only one. */
function makerOf(
  solution: Solution,
  file: number,
  ref: RefId,
  hops: number,
): { readonly file: number; readonly call: number } | undefined {
  const { program } = solution;
  const facts = program.facts[file]!;
  const [kind, first, second] = facts.refs[ref]!;
  if (hops > MAX_HOPS) return undefined;
  if (kind === 'call') return { file, call: second as number };
  const again = (of: number, values: readonly RefId[]): ReturnType<typeof makerOf> =>
    values.length === 1 ? makerOf(solution, of, values[0]!, hops + 1) : undefined;
  if (kind === 'var') return again(file, facts.variables[first as number]!.values);
  if (kind !== 'import') return undefined;
  const target = program.target(file, first as number);
  if (target < 0) return undefined;
  return again(
    target,
    program.facts[target]!.exports.filter(({ name }) => name === second).map(({ value }) => value),
  );
}
