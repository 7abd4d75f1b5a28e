import type { Evaluation } from '../evaluation.js';
import type { FunctionId } from '../program.js';
import type { Value } from '../values.js';

/** What runs on `new`: the nearest constructor, and the field initialisers of the class and its ancestors. */
export function constructors(evaluation: Evaluation, value: Value): readonly FunctionId[] {
  const { program, values, hierarchy } = evaluation;
  const kind = values.kinds[value];
  if (kind !== 'class' && kind !== 'exact' && kind !== 'open') return [];
  const start = { file: values.files[value]!, index: values.indices[value]! };
  const found: FunctionId[] = [];
  for (const { file, index } of hierarchy.lineage(start)) {
    found.push(...program.fields(file, index));
    const { construct } = program.facts[file]!.classes[index]!;
    if (construct === undefined) continue;
    found.push(program.id(file, construct));
    // The rest of the lineage runs through this constructor's own `super(…)`.
    break;
  }
  return found;
}
