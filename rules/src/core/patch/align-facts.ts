import type { CallFact, ClassFact, DecoratorUse, FileFacts, FunctionFact, ObjectFact, RefId } from '../model.js';
import { alignedRefs, type Numbering } from './align-refs.js';
import { matchSequences } from './match-sequences.js';

/**
 * The facts of a new version of a file in the numbering of the old one: a function, class, object or
 * ref that both have keeps its number, what is new comes after, and what is gone leaves a place that
 * says nothing. So all that others hold of the file stays true, and which old thing a new one is
 * taken for decides only how much has to be looked at again.
 */
export function alignFacts(old: FileFacts, fresh: FileFacts): FileFacts {
  const numbering: Numbering = {
    functions: numbers(old.functions.map(functionKey(old)), fresh.functions.map(functionKey(fresh))),
    classes: numbers(old.classes.map(classKey), fresh.classes.map(classKey)),
    objects: numbers(old.objects.map(objectKey), fresh.objects.map(objectKey)),
  };
  const { refs, renumber } = alignedRefs(old, fresh, numbering);
  const to: Renumbering = { ...numbering, ref: ref => renumber[ref]! };
  return {
    ...fresh,
    refs,
    functions: placed(fresh.functions, old.functions, numbering.functions, f => functionFact(f, to), goneFunction),
    classes: placed(fresh.classes, old.classes, numbering.classes, c => classFact(c, to), goneClass),
    objects: placed(fresh.objects, old.objects, numbering.objects, o => objectFact(o, to), goneObject),
    calls: fresh.calls.map(call => callFact(call, to)),
    variables: fresh.variables.map(variable => ({
      ...variable,
      fn: to.functions[variable.fn]!,
      values: variable.values.map(to.ref),
      ...(variable.type !== undefined && { type: to.ref(variable.type) }),
    })),
    stores: fresh.stores.map(store => ({ ...store, target: to.ref(store.target), value: to.ref(store.value) })),
    writes: fresh.writes.map(write => ({
      ...write,
      fn: to.functions[write.fn]!,
      target: to.ref(write.target),
      key: to.ref(write.key),
      value: to.ref(write.value),
    })),
    conditions: fresh.conditions.map(condition => ({ ...condition, ref: to.ref(condition.ref) })),
    exports: fresh.exports.map(({ name, value }) => ({ name, value: to.ref(value) })),
    imports: fresh.imports.map(load => ({
      ...load,
      fn: to.functions[load.fn]!,
      ...(load.guards && { guards: guardsOf(load.guards, to) }),
    })),
  };
}

interface Renumbering extends Numbering {
  readonly ref: (ref: RefId) => RefId;
}

/** Whether a fact only keeps the place of a function that is gone. */
export function isGone(fact: FunctionFact): boolean {
  return fact.span === NOWHERE;
}

const NOWHERE: readonly [number, number] = [0, 0];

function numbers(old: readonly string[], fresh: readonly string[]): Int32Array {
  const matched = matchSequences(old, fresh);
  let next = old.length;
  return matched.map(number => (number < 0 ? next++ : number));
}

const functionKey =
  ({ functions }: FileFacts) =>
  ({ kind, name, parent }: FunctionFact): string =>
    kind === 'module' ? kind : `${kind} ${name} ${functions[parent]?.name ?? ''}`;
const classKey = ({ kind, name }: ClassFact): string => `${kind} ${name}`;
const objectKey = ({ members }: ObjectFact): string => Object.keys(members).join();

function placed<T>(
  fresh: readonly T[],
  old: readonly T[],
  numbers: Int32Array,
  renumbered: (fact: T) => T,
  gone: (fact: T) => T,
): readonly T[] {
  const list: T[] = new Array<T>(old.length);
  for (const [i, fact] of fresh.entries()) list[numbers[i]!] = renumbered(fact);
  for (let i = 0; i < old.length; i++) list[i] ??= gone(old[i]!);
  return list;
}

/** It keeps its name: if it comes back, it is the same again. */
function goneFunction({ name, kind }: FunctionFact): FunctionFact {
  return { name, kind, parent: 0, span: NOWHERE, head: NOWHERE, params: [], returns: [] };
}

function goneClass({ name, kind }: ClassFact): ClassFact {
  return { name, kind, span: NOWHERE, heritage: [], implements: [], members: {}, statics: {} };
}

function goneObject(): ObjectFact {
  return { members: {} };
}

function functionFact(fact: FunctionFact, to: Renumbering): FunctionFact {
  return {
    ...fact,
    parent: fact.parent < 0 ? fact.parent : to.functions[fact.parent]!,
    params: fact.params.map(param => ({
      ...param,
      ...(param.type !== undefined && { type: to.ref(param.type) }),
      ...(param.initial !== undefined && { initial: to.ref(param.initial) }),
    })),
    returns: fact.returns.map(to.ref),
    ...(fact.returnType !== undefined && { returnType: to.ref(fact.returnType) }),
    ...(fact.class !== undefined && { class: to.classes[fact.class]! }),
    ...(fact.receiver !== undefined && { receiver: to.ref(fact.receiver) }),
    ...(fact.decorators && { decorators: decorators(fact.decorators, to) }),
  };
}

function classFact(fact: ClassFact, to: Renumbering): ClassFact {
  return {
    ...fact,
    heritage: fact.heritage.map(to.ref),
    implements: fact.implements.map(to.ref),
    members: membersOf(fact.members, to),
    statics: membersOf(fact.statics, to),
    ...(fact.construct !== undefined && { construct: to.functions[fact.construct]! }),
    ...(fact.decorators && { decorators: decorators(fact.decorators, to) }),
  };
}

function objectFact(fact: ObjectFact, to: Renumbering): ObjectFact {
  return {
    ...fact,
    ...(fact.fn !== undefined && { fn: to.functions[fact.fn]! }),
    members: membersOf(fact.members, to),
    ...(fact.elements && { elements: fact.elements.map(to.ref) }),
    ...(fact.spreads && { spreads: fact.spreads.map(to.ref) }),
  };
}

function callFact(call: CallFact, to: Renumbering): CallFact {
  return {
    ...call,
    fn: to.functions[call.fn]!,
    callee: to.ref(call.callee),
    args: call.args.map(to.ref),
    ...(call.guards && { guards: guardsOf(call.guards, to) }),
  };
}

function guardsOf(guards: NonNullable<CallFact['guards']>, to: Renumbering): NonNullable<CallFact['guards']> {
  const { environment } = guards;
  return environment ? { ...guards, environment: { ...environment, ref: to.ref(environment.ref) } } : guards;
}

function decorators(uses: readonly DecoratorUse[], to: Renumbering): DecoratorUse[] {
  return uses.map(({ callee, args }) => ({ callee: to.ref(callee), args: args.map(to.ref) }));
}

function membersOf(members: ObjectFact['members'], to: Renumbering): Record<string, readonly RefId[]> {
  const renumbered = Object.create(Object.getPrototypeOf(members) as object | null) as Record<string, readonly RefId[]>;
  for (const [name, refs] of Object.entries(members)) renumbered[name] = refs.map(to.ref);
  return renumbered;
}
