import { expandPath } from '../catalog/expand.js';
import type { OptionPath } from '../catalog/schema.js';
import type { Evaluator } from './evaluate.js';
import type { Value } from './values.js';

const MAX_STEPS = 8;

/** Functions that an option path leads to, from the values of the argument it starts at. */
export function functionsAt(evaluator: Evaluator, start: readonly Value[], steps: readonly string[]): readonly Value[] {
  const found = new Set<Value>();
  for (const value of start) follow(evaluator, value, steps, found, 0);
  return [...found];
}

/** Splits `1.handler` into its argument and steps, braces expanded. */
export function parseOptionPath(path: OptionPath): { readonly arg: number; readonly steps: readonly string[] }[] {
  return expandPath(path).map((one) => {
    const [arg, ...steps] = one.split('.');
    return { arg: Number(arg), steps };
  });
}

function follow(evaluator: Evaluator, value: Value, steps: readonly string[], found: Set<Value>, depth: number): void {
  if (depth > MAX_STEPS) return;
  const kind = evaluator.values.kinds[value];
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (kind === 'fn') found.add(value);
    else if (kind === 'array') elements(evaluator, value).forEach((v) => follow(evaluator, v, steps, found, depth + 1));
    return;
  }
  if (kind === 'array') {
    for (const element of elements(evaluator, value)) follow(evaluator, element, steps, found, depth + 1);
    return;
  }
  if (step === '**') {
    follow(evaluator, value, rest, found, depth + 1);
    if (kind === 'fn') return;
    for (const name of namesOf(evaluator, value)) {
      for (const inner of evaluator.member(value, name)) follow(evaluator, inner, steps, found, depth + 1);
    }
    return;
  }
  if (kind === 'fn') {
    for (const result of evaluator.resultsOf(value)) if (result !== value) follow(evaluator, result, steps, found, depth + 1);
    return;
  }
  const names = step === '*' ? namesOf(evaluator, value) : [step];
  for (const name of names) for (const inner of evaluator.member(value, name)) follow(evaluator, inner, rest, found, depth + 1);
}

function elements(evaluator: Evaluator, value: Value): readonly Value[] {
  return evaluator.elementOf(value).filter((v) => v !== value);
}

/** Names of the members of an object, an instance or a module. */
export function namesOf(evaluator: Evaluator, value: Value, depth = 0): readonly string[] {
  if (depth > MAX_STEPS) return [];
  const { values, program } = evaluator;
  const file = values.files[value]!;
  const index = values.indices[value]!;
  switch (values.kinds[value]) {
    case 'object': {
      const fact = program.facts[file]!.objects[index]!;
      const spread = (fact.spreads ?? []).flatMap((ref) => evaluator.eval(file, ref).flatMap((v) => namesOf(evaluator, v, depth + 1)));
      return [...new Set([...Object.keys(fact.members), ...evaluator.stores.namesOf(value), ...spread])];
    }
    case 'exact':
    case 'open':
      return [
        ...new Set(evaluator.hierarchy.lineage({ file, index }).flatMap((c) => Object.keys(program.facts[c.file]!.classes[c.index]!.members))),
      ];
    case 'module':
      return [...new Set(program.facts[file]!.exports.map((e) => e.name))].filter((name) => name !== '*' && name !== '=');
    default:
      return [];
  }
}
