import type { RefId } from '../../model.js';
import { ON_HIERARCHY, type Evaluation } from '../evaluation.js';
import type { ClassRef } from '../hierarchy.js';
import { NOTHING, union, unionOver, type Value } from '../values.js';
import { valuesOfGlobal } from './bindings.js';
import { returned } from './call-results.js';
import { isGlobalObject } from './global-object.js';

/** Methods of functions that stand for the function itself; the call linker knows the difference. */
const FUNCTION_METHODS = new Set(['call', 'apply', 'bind']);

/** Values of `of.name`. */
export function memberOfRef(evaluation: Evaluation, file: number, of: RefId, name: string): readonly Value[] {
  if (isGlobalObject(evaluation, file, of)) return valuesOfGlobal(evaluation, name);
  return unionOver(evaluation.eval(file, of), value => evaluation.member(value, name));
}

/** Values of member `name` of a value. */
export function memberOf(evaluation: Evaluation, value: Value, name: string): readonly Value[] {
  const { catalog, values } = evaluation;
  switch (values.kinds[value]) {
    case 'external':
      return values.externalOrOpaque(catalog.member(values.paths[value]!, name));
    case 'opaque':
      return [value];
    case 'module':
      return evaluation.exported(values.files[value]!, name);
    case 'fn':
      return functionMember(evaluation, value, name);
    case 'class':
      return staticMember(evaluation, value, name);
    case 'exact':
    case 'open':
      return instanceMember(evaluation, value, name);
    case 'made':
      return evaluation.stored(value, name);
    case 'object':
      return objectMember(evaluation, value, name);
    default:
      return NOTHING;
  }
}

function functionMember(evaluation: Evaluation, value: Value, name: string): readonly Value[] {
  const { values } = evaluation;
  if (FUNCTION_METHODS.has(name)) return [value];
  if (name === 'prototype') return [values.of('made', values.files[value]!, values.indices[value]!)];
  return evaluation.stored(value, name);
}

function staticMember(evaluation: Evaluation, value: Value, name: string): readonly Value[] {
  const { program, values, hierarchy } = evaluation;
  evaluation.dependOn(ON_HIERARCHY);
  const start = { file: values.files[value]!, index: values.indices[value]! };
  if (name === 'prototype') return [values.of('exact', start.file, start.index)];
  for (const { file, index } of hierarchy.lineage(start)) {
    const { statics } = program.facts[file]!.classes[index]!;
    const own = Object.hasOwn(statics, name) ? statics[name] : undefined;
    const stored = evaluation.stored(values.of('class', file, index), name);
    if (own || stored.length > 0) return union([stored, ...memberValues(evaluation, file, own ?? [])]);
  }
  return NOTHING;
}

/** The nearest member in the lineage and, where subclasses may stand, what they override it with. */
function instanceMember(evaluation: Evaluation, value: Value, name: string): readonly Value[] {
  const { values, hierarchy } = evaluation;
  evaluation.dependOn(ON_HIERARCHY);
  const start = { file: values.files[value]!, index: values.indices[value]! };
  const own = inherited(evaluation, start, name);
  if (values.kinds[value] === 'exact') return own;
  const family = hierarchy.family(start);
  if (family.length === 1) return own;
  return union([own, ...family.slice(1).map(c => ownMember(evaluation, c, name))]);
}

function inherited(evaluation: Evaluation, start: ClassRef, name: string): readonly Value[] {
  const { catalog, values, hierarchy } = evaluation;
  for (const c of hierarchy.lineage(start)) {
    const own = ownMember(evaluation, c, name);
    if (own.length > 0) return own;
  }
  for (const path of hierarchy.externals(start)) {
    const member = catalog.member(catalog.instance(path) ?? path, name);
    if (member !== undefined) return [values.external(member)];
  }
  return NOTHING;
}

function ownMember(evaluation: Evaluation, { file, index }: ClassRef, name: string): readonly Value[] {
  const { members } = evaluation.program.facts[file]!.classes[index]!;
  const own = Object.hasOwn(members, name) ? memberValues(evaluation, file, members[name]!) : [];
  const stored = evaluation.stored(evaluation.values.of('open', file, index), name);
  return own.length === 0 ? stored : union([...own, stored]);
}

function objectMember(evaluation: Evaluation, value: Value, name: string): readonly Value[] {
  const { program, values } = evaluation;
  const file = values.files[value]!;
  const { members, spreads } = program.facts[file]!.objects[values.indices[value]!]!;
  const own = Object.hasOwn(members, name) ? memberValues(evaluation, file, members[name]!) : [];
  const stored = evaluation.stored(value, name);
  if (own.length > 0 || stored.length > 0) return union([...own, stored]);
  if (!spreads) return NOTHING;
  return union(spreads.flatMap(ref => evaluation.eval(file, ref).map(v => evaluation.member(v, name))));
}

/** Values of the refs of one member; a getter stands for what it returns. */
function memberValues(evaluation: Evaluation, file: number, refs: readonly RefId[]): (readonly Value[])[] {
  const facts = evaluation.program.facts[file]!;
  return refs.map(ref => {
    const [kind, fn] = facts.refs[ref]!;
    const fact = kind === 'fn' ? facts.functions[fn as number]! : undefined;
    if (fact?.kind === 'getter') return returned(evaluation, file, fn as number);
    return fact?.kind === 'setter' ? NOTHING : evaluation.eval(file, ref);
  });
}
