import type { FunctionId } from '../link/program.js';
import type { RefId } from '../model.js';
import type { Solution } from '../solve/solution.js';

type Linked = Pick<Solution, 'program' | 'linked'>;

/**
 * Whether a value may be something of a library.
 * @param isMeant - by its canonical path: `node:fs:ReadStream`
 */
export function isOfLibrary(
  { linked }: Pick<Linked, 'linked'>,
  file: number,
  ref: RefId,
  isMeant: (path: string) => boolean,
): boolean {
  const { kinds, paths } = linked.evaluator.values;
  return linked.evaluator.eval(file, ref).some(value => kinds[value] === 'external' && isMeant(paths[value]!));
}

/** First-party functions that a value may be. */
export function functionsOf({ program, linked }: Linked, file: number, ref: RefId): readonly FunctionId[] {
  const { kinds, files, indices } = linked.evaluator.values;
  return linked.evaluator
    .eval(file, ref)
    .flatMap(value => (kinds[value] === 'fn' ? [program.id(files[value]!, indices[value]!)] : []));
}
