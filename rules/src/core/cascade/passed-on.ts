import type { FunctionId } from '../link/program.js';
import type { Solution } from '../solve/solution.js';

/** A name that a file takes from another and exports as it is, and the one that has to go with it. */
export interface PassedOn {
  readonly name: string;
  readonly asyncName: string;
}

/** Files that only pass functions on which get an async form: `export { load } from './load.js'`. */
export function passedOn(
  { program, linked }: Solution,
  beside: ReadonlyMap<FunctionId, string>,
): ReadonlyMap<number, readonly PassedOn[]> {
  const found = new Map<number, PassedOn[]>();
  if (beside.size === 0) return found;
  const { evaluator } = linked;
  const { kinds, files, indices } = evaluator.values;
  for (const [file, { exports, refs }] of program.facts.entries()) {
    for (const { name, value } of exports) {
      if (refs[value]![0] !== 'import') continue;
      for (const one of evaluator.eval(file, value)) {
        const asyncName = kinds[one] === 'fn' ? beside.get(program.id(files[one]!, indices[one]!)) : undefined;
        if (asyncName === undefined || files[one] === file) continue;
        found.set(file, [...(found.get(file) ?? []), { name, asyncName }]);
      }
    }
  }
  return found;
}
