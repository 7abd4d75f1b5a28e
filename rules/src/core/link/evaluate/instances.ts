import type { Evaluation } from '../evaluation.js';
import { NOTHING, union, type Value } from '../values.js';

/** What `super` stands for in a member of a class. */
export function superOf(evaluation: Evaluation, file: number, index: number): readonly Value[] {
  const { heritage } = evaluation.program.facts[file]!.classes[index]!;
  return union(heritage.flatMap(ref => evaluation.eval(file, ref).map(value => instanceOf(evaluation, value, true))));
}

/** What `new value` makes (exact), or a value of declared type `value`. */
export function instanceOf(evaluation: Evaluation, value: Value, exact: boolean): readonly Value[] {
  const { program, catalog, values } = evaluation;
  const file = values.files[value]!;
  const index = values.indices[value]!;
  switch (values.kinds[value]) {
    case 'class': {
      const { kind } = program.facts[file]!.classes[index]!;
      return [values.of(exact && kind === 'class' ? 'exact' : 'open', file, index)];
    }
    case 'fn':
      return [values.of('made', file, index)];
    case 'alias':
      return exact ? NOTHING : evaluation.eval(file, index);
    case 'external':
      return values.externalOrOpaque(catalog.instance(values.paths[value]!));
    case 'opaque':
      return [value];
    case 'open':
    case 'exact':
      return exact ? NOTHING : [value];
    default:
      return NOTHING;
  }
}
