import { functionIdOf } from '../function-values.js';
import { functionsAt, namesOf } from '../option-path.js';
import type { ConventionRoots } from './convention-roots.js';

/** Types at the root of a GraphQL schema. */
const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);
/** A field of a type, see `OptionPath`. */
const FIELDS = ['*', '*'];

/** An exported object with `Query` or `Mutation` is a GraphQL resolver map, however it is collected. */
export function findResolverMaps(found: ConventionRoots, file: number): void {
  const { evaluation } = found;
  const { program, values } = evaluation;
  for (const { value } of program.facts[file]!.exports) {
    for (const map of evaluation.eval(file, value)) {
      if (values.kinds[map] !== 'object') continue;
      if (!namesOf(evaluation, map).some(name => ROOT_TYPES.has(name))) continue;
      for (const fn of functionsAt(evaluation, [map], FIELDS)) {
        const id = functionIdOf(evaluation, fn);
        const name = program.fact(id).name || 'resolver';
        found.add(id, 'request', name, 'stands in an exported GraphQL resolver map');
      }
    }
  }
}
