import type { RefId } from '../model.js';
import type { Solution } from '../solve/solution.js';

/** Whether an argument is an options object that has one of the options, or one of which too little is known. */
export function mayBeGiven(
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
