import { expandPath } from '../catalog/expand.js';
import type { OptionPath } from '../catalog/schema.js';
import type { Evaluation } from './evaluation.js';
import type { Value } from './values.js';

const MAX_STEPS = 8;

/** Functions that an option path leads to, from the values of the argument it starts at. */
export function functionsAt(
  evaluation: Evaluation,
  start: readonly Value[],
  steps: readonly string[],
): readonly Value[] {
  const found = new Set<Value>();
  for (const value of start) follow(evaluation, value, steps, found, 0);
  return [...found];
}

/** Splits `1.handler` into its argument and steps, braces expanded. */
export function parseOptionPath(path: OptionPath): { readonly arg: number; readonly steps: readonly string[] }[] {
  return expandPath(path).map(one => {
    const [arg, ...steps] = one.split('.');
    return { arg: Number(arg), steps };
  });
}

function follow(
  evaluation: Evaluation,
  value: Value,
  steps: readonly string[],
  found: Set<Value>,
  depth: number,
): void {
  if (depth > MAX_STEPS) return;
  const kind = evaluation.values.kinds[value];
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (kind === 'fn') found.add(value);
    else if (kind === 'array') elements(evaluation, value).forEach(v => follow(evaluation, v, steps, found, depth + 1));
    return;
  }
  if (kind === 'array') {
    for (const element of elements(evaluation, value)) follow(evaluation, element, steps, found, depth + 1);
    return;
  }
  if (step === '**') {
    follow(evaluation, value, rest, found, depth + 1);
    if (kind === 'fn') return;
    for (const name of namesOf(evaluation, value)) {
      for (const inner of evaluation.member(value, name)) follow(evaluation, inner, steps, found, depth + 1);
    }
    return;
  }
  if (kind === 'fn') {
    for (const result of evaluation.resultsOf(value))
      if (result !== value) follow(evaluation, result, steps, found, depth + 1);
    return;
  }
  const names = step === '*' ? namesOf(evaluation, value) : [step];
  for (const name of names)
    for (const inner of evaluation.member(value, name)) follow(evaluation, inner, rest, found, depth + 1);
}

function elements(evaluation: Evaluation, value: Value): readonly Value[] {
  return evaluation.elementOf(value).filter(v => v !== value);
}

/** Names of the members of an object, an instance or a module. */
export function namesOf(evaluation: Evaluation, value: Value, depth = 0): readonly string[] {
  if (depth > MAX_STEPS) return [];
  const { values, program } = evaluation;
  const file = values.files[value]!;
  const index = values.indices[value]!;
  switch (values.kinds[value]) {
    case 'object': {
      const fact = program.facts[file]!.objects[index]!;
      const spread = (fact.spreads ?? []).flatMap(ref =>
        evaluation.eval(file, ref).flatMap(v => namesOf(evaluation, v, depth + 1)),
      );
      return [...new Set([...Object.keys(fact.members), ...evaluation.stores.namesOf(value), ...spread])];
    }
    case 'exact':
    case 'open':
      return [
        ...new Set(
          evaluation.hierarchy
            .lineage({ file, index })
            .flatMap(c => Object.keys(program.facts[c.file]!.classes[c.index]!.members)),
        ),
      ];
    case 'module':
      return [...new Set(program.facts[file]!.exports.map(e => e.name))].filter(name => name !== '*' && name !== '=');
    default:
      return [];
  }
}
