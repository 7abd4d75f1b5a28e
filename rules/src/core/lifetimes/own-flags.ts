import type { FunctionId } from '../link/program.js';
import type { FileFacts } from '../model.js';
import type { Solution } from '../solve/solution.js';
import { NO_KEY, refKey } from './ref-keys.js';

/** Places that a function sets itself, by key; those that its closures set too, where they are asked for. */
export function flagsOf(
  { program }: Pick<Solution, 'program'>,
  fn: FunctionId,
  { closures }: { readonly closures: boolean },
): ReadonlySet<string> {
  const file = program.file(fn);
  const facts = program.facts[file]!;
  const local = program.local(fn);
  const own = new Set([local]);
  const set = new Set<string>();
  for (const { kind, fn: writer, target } of facts.writes) {
    const isOwn = writer === local || (closures && program.isWithin(file, writer, own));
    if (kind === 'assign' && isOwn) set.add(refKey(facts, target));
  }
  set.delete(NO_KEY);
  return set;
}

/** Whether a condition, or one around it, tests one of some places. */
export function isUnder(facts: FileFacts, condition: number | undefined, places: ReadonlySet<string>): boolean {
  for (let at = condition; at !== undefined; at = facts.conditions[at]!.outer)
    if (places.has(refKey(facts, facts.conditions[at]!.ref))) return true;
  return false;
}
