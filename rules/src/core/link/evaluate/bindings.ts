import type { Evaluation } from '../evaluation.js';
import { ON_FLOWS } from '../evaluation.js';
import { paramKey } from '../flows.js';
import { NOTHING, union, type Value } from '../values.js';
import { usefulTypes } from './declared-types.js';

/** Values of a free identifier. */
export function valuesOfGlobal(evaluation: Evaluation, name: string): readonly Value[] {
  const { catalog, values } = evaluation;
  const path = catalog.global(name);
  // A global of the program's own: `global.shop = …` here, `shop` there.
  return path === undefined ? evaluation.stored(values.opaque(), name) : [values.external(path)];
}

/** What `this` stands for in a function that is no class member. */
export function receiverOf(evaluation: Evaluation, file: number, fn: number): readonly Value[] {
  const { receiver } = evaluation.program.facts[file]!.functions[fn]!;
  // Nothing says otherwise: `this` is what `new` makes of the function.
  return receiver === undefined ? [evaluation.values.of('made', file, fn)] : evaluation.eval(file, receiver);
}

/** Values of a variable: everything assigned to it, and its declared type. */
export function valuesOfVariable(evaluation: Evaluation, file: number, index: number): readonly Value[] {
  const fact = evaluation.program.facts[file]!.variables[index]!;
  if (fact.type === undefined && fact.values.length === 1) return evaluation.eval(file, fact.values[0]!);
  const declared = fact.type === undefined ? NOTHING : evaluation.eval(file, fact.type);
  return union([...fact.values.map(ref => evaluation.eval(file, ref)), declared]);
}

/** Values of a parameter: its declared type if that says enough, else also what callers pass. */
export function valuesOfParam(evaluation: Evaluation, file: number, fn: number, index: number): readonly Value[] {
  const { program, flows } = evaluation;
  const param = program.facts[file]!.functions[fn]!.params[index];
  if (!param) return NOTHING;
  const declared = param.type === undefined ? NOTHING : evaluation.eval(file, param.type);
  const key = paramKey(program.id(file, fn), index);
  evaluation.dependOn(ON_FLOWS);
  const given = flows.given.get(key) ?? NOTHING;
  const useful = usefulTypes(evaluation, declared);
  if (useful.length > 0 && !useful.some(v => isInterface(evaluation, v))) return union([useful, given]);
  const initial = param.initial === undefined ? NOTHING : evaluation.eval(file, param.initial);
  const args = flows.args.get(key);
  if (!args) return union([declared, initial, given]);
  const sets = [declared, initial, given];
  for (const { file: from, ref } of args) {
    const values = evaluation.eval(from, ref);
    if (values.length > 0) sets.push(values);
  }
  return union(sets);
}

/** Object literals meet an interface without saying so: what is passed counts as well. */
function isInterface({ program, values }: Evaluation, value: Value): boolean {
  if (values.kinds[value] !== 'open') return false;
  return program.facts[values.files[value]!]!.classes[values.indices[value]!]!.kind === 'interface';
}
