import type { Evaluation } from '../evaluation.js';
import type { Value } from '../values.js';

/** Of the values of a declared type, those that say more than the code would. */
export function usefulTypes({ values }: Evaluation, declared: readonly Value[]): readonly Value[] {
  return declared.length === 0
    ? declared
    : declared.filter(value => values.kinds[value] !== 'opaque' && values.kinds[value] !== 'returns');
}
