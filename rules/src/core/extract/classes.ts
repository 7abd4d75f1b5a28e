import { ts } from 'ts-morph';
import type { ClassFact, FunctionFact, RefId } from '../model.js';
import { decorators } from './decorators.js';
import { noteDeclaredBound } from './doc-tags.js';
import { UNKNOWN, type Draft } from './facts-builder.js';
import { propertyName } from './objects.js';
import type { Purpose, Walk } from './walk.js';

const K = ts.SyntaxKind;

type Members = Record<string, RefId[]>;
const emptyMembers = (): Members => Object.create(null) as Members;

/** Records a class with its members and returns the class itself. */
export function classLike(walk: Walk, node: ts.ClassLikeDeclaration, purpose: Purpose = {}): RefId {
  const { facts } = walk;
  const members = emptyMembers();
  const statics = emptyMembers();
  const fact: Draft<ClassFact> = {
    name: node.name?.text ?? purpose.name ?? '',
    span: walk.span(node),
    kind: 'class',
    heritage: [],
    implements: [],
    members,
    statics,
  };
  const id = facts.classes.push(fact) - 1;
  const value = facts.ref('class', id);
  if (node.name) walk.scope.bind(node.name.text, value);
  if (node.modifiers?.some(m => m.kind === K.AbstractKeyword)) fact.abstract = true;
  const uses = decorators(walk, node);
  if (uses) fact.decorators = uses;
  heritage(walk, node, fact);
  const outer = { class: walk.class, self: walk.self };
  walk.class = id;
  for (const member of node.members) classMember(walk, member, id, fact, isStatic(member) ? statics : members);
  Object.assign(walk, outer);
  return value;
}

function heritage(walk: Walk, node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, fact: Draft<ClassFact>): void {
  for (const clause of node.heritageClauses ?? []) {
    for (const type of clause.types) {
      const isType = clause.token === K.ImplementsKeyword || ts.isInterfaceDeclaration(node);
      const ref = isType ? typeEntity(walk, type.expression) : walk.visit.expression(walk, type.expression);
      if (ref !== UNKNOWN) (clause.token === K.ImplementsKeyword ? fact.implements : fact.heritage).push(ref);
    }
  }
}

function typeEntity(walk: Walk, node: ts.Expression): RefId {
  if (ts.isIdentifier(node)) return walk.facts.name(walk.scope, node.text, true);
  return ts.isPropertyAccessExpression(node)
    ? walk.facts.member(typeEntity(walk, node.expression), node.name.text)
    : UNKNOWN;
}

function isStatic(member: ts.ClassElement): boolean {
  return ts.canHaveModifiers(member) && (ts.getModifiers(member)?.some(m => m.kind === K.StaticKeyword) ?? false);
}

function classMember(walk: Walk, member: ts.ClassElement, id: number, fact: Draft<ClassFact>, table: Members): void {
  const { facts } = walk;
  if (ts.isConstructorDeclaration(member)) {
    if (!member.body) return;
    const value = walk.visit.functionLike(walk, member, { class: id });
    fact.construct = facts.refs[value]![1] as number;
    for (const [index, parameter] of member.parameters.entries()) {
      if (!ts.isParameterPropertyDeclaration(parameter, member) || !ts.isIdentifier(parameter.name)) continue;
      (table[parameter.name.text] ??= []).push(facts.ref('param', fact.construct, index));
    }
    return;
  }
  if (ts.isClassStaticBlockDeclaration(member)) {
    inInitialiser(walk, id, true, member, () => walk.visit.statements(walk, member.body.statements));
    return;
  }
  const name = member.name && propertyName(walk, member.name);
  if (name === undefined) return;
  const place = { name, class: id, ...(table === fact.statics && { static: true }) };
  if (ts.isPropertyDeclaration(member)) {
    noteDeclaredBound(walk, member, () => walk.facts.member(walk.facts.ref(place.static ? 'class' : 'this', id), name));
    property(walk, member, place, value => value !== UNKNOWN && (table[name] ??= []).push(value));
  } else if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) {
    if (member.body || fact.abstract) (table[name] ??= []).push(walk.visit.functionLike(walk, member, place));
  }
}

type Place = { readonly name: string; readonly class: number; readonly static?: boolean };

/** A field: its declared type, and its initialiser as a function that runs with the constructor. */
function property(walk: Walk, member: ts.PropertyDeclaration, place: Place, add: (value: RefId) => void): void {
  if (member.type) add(walk.visit.type(walk, member.type));
  const { initializer } = member;
  if (!initializer) return;
  inInitialiser(walk, place.class, place.static ?? false, member, () => {
    add(walk.visit.expression(walk, initializer, { name: `${walk.facts.classes[place.class]!.name}.${place.name}` }));
  });
  const uses = decorators(walk, member);
  const last = walk.facts.functions.at(-1)!;
  if (uses && last.span[1] === initializer.end) last.decorators = uses;
}

/** Static initialisers run where the class stands, the others with `new`. */
function inInitialiser(walk: Walk, id: number, isStaticMember: boolean, node: ts.Node, body: () => void): void {
  const outer = walk.self;
  if (isStaticMember) {
    walk.self = walk.facts.ref('class', id);
    body();
    walk.self = outer;
    return;
  }
  const fact: Draft<FunctionFact> = {
    name: walk.facts.classes[id]!.name,
    kind: 'field',
    parent: walk.fn,
    span: walk.span(node),
    head: walk.span((node as ts.PropertyDeclaration).name),
    params: [],
    returns: [],
    class: id,
  };
  const fn = walk.facts.functions.push(fact) - 1;
  walk.inFunction(fn, walk.facts.ref('this', id), body);
}

/** Interfaces and aliases of object types share the shape of classes. */
export function interfaceLike(walk: Walk, name: string, node: ts.InterfaceDeclaration | ts.TypeLiteralNode): RefId {
  const { facts } = walk;
  const members = emptyMembers();
  const fact: Draft<ClassFact> = {
    name,
    span: walk.span(node),
    kind: 'interface',
    heritage: [],
    implements: [],
    members,
    statics: emptyMembers(),
  };
  const value = facts.ref('class', facts.classes.push(fact) - 1);
  if (ts.isInterfaceDeclaration(node)) heritage(walk, node, fact);
  for (const member of node.members) {
    const key = member.name && propertyName(walk, member.name);
    if (key === undefined) continue;
    if (ts.isPropertySignature(member)) {
      const type = walk.visit.type(walk, member.type);
      if (type !== UNKNOWN) (members[key] ??= []).push(type);
    } else if (ts.isMethodSignature(member) && member.type) {
      const type = walk.visit.type(walk, member.type);
      if (type !== UNKNOWN) (members[key] ??= []).push(facts.ref('returns', type));
    }
  }
  return value;
}
