import type { WaitRow } from '../catalog/schema.js';
import type { RefId } from '../model.js';
import type { Solution } from '../solve/solution.js';
import { calledApi } from '../lifetimes/call-targets.js';

/** Longer ways to what made a client are not followed. */
const MAX_HOPS = 6;

/** Whether the options of a call bound it, or may: what is not understood counts as a bound. */
export function isBounded(solution: Solution, file: number, call: number, row: WaitRow): boolean {
  const { args, spread, callee } = solution.program.call(file, call);
  if (spread || row.at.some(at => mayBound(solution, file, args[at], row.options))) return true;
  if (row.madeBy === undefined) return false;
  const [kind, base] = solution.program.facts[file]!.refs[callee]!;
  // `client.get(url)`, and `client(url)`.
  const made = makerOf(solution, file, kind === 'member' ? (base as RefId) : callee, 0);
  if (!made || calledApi(solution.linked.files[made.file]!, made.call) !== row.madeBy) return true;
  return mayBound(solution, made.file, solution.program.call(made.file, made.call).args[0], row.options);
}

/** Whether an argument is an options object that has one of the options, or one of which too little is known. */
function mayBound(
  { program, linked }: Solution,
  file: number,
  ref: RefId | undefined,
  options: readonly string[],
): boolean {
  if (ref === undefined) return false;
  const [kind, value] = program.facts[file]!.refs[ref]!;
  if (kind === 'fn' || kind === 'array' || (kind === 'literal' && typeof value !== 'object')) return false;
  const { evaluator } = linked;
  const { kinds, files, indices } = evaluator.values;
  const values = evaluator.eval(file, ref);
  const objects = values.filter(one => kinds[one] === 'object');
  if (values.length > 0 && values.every(one => kinds[one] === 'fn')) return false;
  if (objects.length === 0) return !isText(program.facts[file]!.refs[ref]!);
  return objects.some(one => {
    const { members, spreads, elements, unknown = [] } = program.facts[files[one]!]!.objects[indices[one]!]!;
    if (spreads !== undefined || elements !== undefined) return true;
    const stored = evaluator.stores.namesOf(one);
    return options.some(
      option => Object.hasOwn(members, option) || unknown.includes(option) || stored.includes(option),
    );
  });
}

/** An address that is put together says nothing of options. */
function isText([kind]: readonly unknown[]): boolean {
  return kind === '?';
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
