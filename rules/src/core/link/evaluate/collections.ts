import type { RefId } from '../../model.js';
import { ON_STORES, type Evaluation } from '../evaluation.js';
import { ELEMENT } from '../store-table.js';
import { NOTHING, union, type Value } from '../values.js';

/** Re-exports of a collection that are followed to the place it is kept in. */
const MAX_HOPS = 6;

/** Any element of a collection; what is no collection stands for itself. */
export function elementsOf(evaluation: Evaluation, file: number, ref: RefId): readonly Value[] {
  const sets = evaluation.eval(file, ref).map(value => evaluation.elementOf(value));
  evaluation.dependOn(ON_STORES);
  if (evaluation.stores.hasPlaces) {
    for (const place of placesOf(evaluation, file, ref)) {
      for (const stored of evaluation.stores.atPlace(place) ?? []) sets.push(evaluation.eval(stored.file, stored.ref));
    }
  }
  return union(sets);
}

/** Any element of an array or object value; other values stand for themselves. */
export function elementOf(evaluation: Evaluation, value: Value): readonly Value[] {
  switch (evaluation.values.kinds[value]) {
    case 'array':
      return arrayElements(evaluation, value);
    case 'object':
      return objectElements(evaluation, value);
    case 'external':
    case 'module':
      return NOTHING;
    default:
      return [value];
  }
}

function arrayElements(evaluation: Evaluation, value: Value): readonly Value[] {
  const { program, values } = evaluation;
  const file = values.files[value]!;
  const items = program.facts[file]!.refs[values.indices[value]!]!.slice(2);
  return union([...items.map(ref => evaluation.eval(file, ref as RefId)), evaluation.stored(value, ELEMENT)]);
}

/** All members of an object that serves as a table, those assigned later and those spread into it included. */
function objectElements(evaluation: Evaluation, value: Value): readonly Value[] {
  const { program, values, stores } = evaluation;
  const file = values.files[value]!;
  const { members, elements = [], spreads = [] } = program.facts[file]!.objects[values.indices[value]!]!;
  const sets: (readonly Value[])[] = [];
  for (const refs of Object.values(members)) for (const ref of refs) sets.push(evaluation.eval(file, ref));
  for (const ref of elements) sets.push(evaluation.eval(file, ref));
  for (const ref of spreads) {
    for (const spread of evaluation.eval(file, ref)) if (spread !== value) sets.push(evaluation.elementOf(spread));
  }
  for (const name of stores.namesOf(value)) sets.push(evaluation.stored(value, name));
  sets.push(evaluation.stored(value, ELEMENT));
  return union(sets);
}

/** Names of the places a collection expression stands for, for stores of elements. */
export function placesOf(evaluation: Evaluation, file: number, ref: RefId, hops = 0): readonly string[] {
  if (hops > MAX_HOPS) return [];
  const { program } = evaluation;
  const [kind, a, b] = program.facts[file]!.refs[ref]!;
  switch (kind) {
    case 'member':
      return evaluation.eval(file, a as number).map(value => `${shared(evaluation, value)}.${b as string}[]`);
    case 'import': {
      const target = program.target(file, a as number);
      if (target < 0) return [];
      const exported = program.facts[target]!.exports.filter(e => e.name === b);
      return exported.flatMap(e => placesOf(evaluation, target, e.value, hops + 1));
    }
    case 'either':
      return [];
    default:
      return [`${file}:${ref}[]`];
  }
}

/** The value under which members of `value` are kept: instances of one class share their places. */
export function shared({ values }: Evaluation, value: Value): Value {
  if (values.kinds[value] !== 'exact') return value;
  return values.of('open', values.files[value]!, values.indices[value]!);
}
