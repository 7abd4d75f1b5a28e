import { parse } from '../extract/file.js';
import { hasSignature } from '../fixes/signature-type.js';
import type { ClassRef } from '../link/hierarchy.js';
import type { FunctionId, Program } from '../link/program.js';
import type { Solution } from '../solve/solution.js';
import { lastName } from '../words.js';

/** A member of a class or interface that has no body: a signature. */
export interface Signature {
  readonly class: ClassRef;
  readonly name: string;
}

/** What shares one signature with a method: it cannot answer later while they answer at once. */
export interface SameMethod {
  /** Methods of other classes that can stand in its place. */
  readonly methods: readonly FunctionId[];
  /** Interfaces and abstract methods that say what it gives. */
  readonly signatures: readonly Signature[];
}

/** All that inherits, implements or declares the same method. */
export function sameMethodAs({ program, linked }: Solution, fn: FunctionId): SameMethod {
  const fact = program.fact(fn);
  const name = lastName(fact.name);
  if (fact.class === undefined || fact.static || fact.kind !== 'method' || name === '')
    return { methods: [], signatures: [] };
  const { hierarchy } = linked.evaluator;
  const declaring = hierarchy
    .lineage({ file: program.file(fn), index: fact.class })
    .filter(one => declares(program, one, name));
  const methods = new Set<FunctionId>();
  const signatures = new Map<string, Signature>();
  for (const one of declaring.flatMap(above => hierarchy.family(above))) {
    if (!declares(program, one, name)) continue;
    const { refs } = program.facts[one.file]!;
    const own = (membersOf(program, one, name) ?? []).filter(ref => refs[ref]![0] === 'fn');
    if (isInterface(program, one) || own.length === 0) signatures.set(`${one.file} ${one.index}`, { class: one, name });
    else for (const ref of own) methods.add(program.id(one.file, refs[ref]![1] as number));
  }
  methods.delete(fn);
  return { methods: [...methods], signatures: [...signatures.values()] };
}

/** Whether a class or interface has a member of that name. What an interface says of plain values is in no facts. */
function declares(program: Program, of: ClassRef, name: string): boolean {
  if (!isInterface(program, of)) return membersOf(program, of, name) !== undefined;
  const path = program.paths[of.file]!;
  const text = program.port.text(path) ?? '';
  if (!text.includes(name)) return false;
  return hasSignature(parse(text, path), program.facts[of.file]!.classes[of.index]!.span, name);
}

function membersOf({ facts }: Program, { file, index }: ClassRef, name: string): readonly number[] | undefined {
  const { members } = facts[file]!.classes[index]!;
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function isInterface({ facts }: Program, { file, index }: ClassRef): boolean {
  return facts[file]!.classes[index]!.kind === 'interface';
}
