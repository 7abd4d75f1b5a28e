import type { CallbackRow, ShapeRow } from '../../catalog/schema.js';
import type { Evaluation } from '../evaluation.js';
import { paramKey } from '../flows.js';
import type { FunctionId } from '../program.js';
import type { Value } from '../values.js';
import type { CallSite, Linking } from './linking.js';

/** Notes the types that a framework gives to a callback's parameters. */
export function giveTypes(linking: Linking, site: CallSite, row: CallbackRow | ShapeRow, fn: FunctionId): void {
  if (!row.gives) return;
  const { evaluation } = linking;
  for (const [i, type] of row.gives.entries()) {
    if (type === null) continue;
    const key = paramKey(fn, i);
    if (type !== 'element') linking.give(key, evaluation.values.external(type));
    else for (const value of iterated(evaluation, site)) linking.give(key, value);
  }
}

/** Elements of what is gone through: the receiver of `list.map(f)`, the first argument of `map(list, f)`. */
function iterated(evaluation: Evaluation, { file, call }: CallSite): readonly Value[] {
  const callee = evaluation.program.facts[file]!.refs[call.callee]!;
  const own = callee[0] === 'member' ? evaluation.element(file, callee[1] as number) : [];
  if (own.length > 0 || call.args[0] === undefined) return own;
  return evaluation.element(file, call.args[0]);
}
