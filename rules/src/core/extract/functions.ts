import { ts } from 'ts-morph';
import type { FunctionFact, FunctionKind, Parameter, RefId } from '../model.js';
import { decorators } from './decorators.js';
import { docTags } from './doc-tags.js';
import { UNKNOWN, type Draft } from './facts-builder.js';
import type { Purpose, Walk } from './walk.js';

const K = ts.SyntaxKind;

type Placement = Purpose & { readonly class?: number; readonly static?: boolean };

/** Records a function and what is inside it; returns its value. Overloads and ambient ones have no body and give their type. */
export function functionLike(walk: Walk, node: ts.SignatureDeclaration, placed: Placement = {}): RefId {
  const { facts } = walk;
  const body = (node as ts.FunctionLikeDeclaration).body;
  const id = declareFunction(walk, node, placed);
  const fact = facts.functions[id]!;
  const value = facts.ref('fn', id);
  const paramsBefore = walk.params.length;
  walk.inFunction(id, selfOf(walk, node, placed, id), () => {
    if (ts.isFunctionExpression(node) && node.name) walk.scope.bind(node.name.text, value);
    if (node.parameters.length > 0) parameters(walk, node, fact);
    if (node.type) {
      const type = walk.visit.type(walk, node.type);
      if (type !== UNKNOWN) fact.returnType = type;
    }
    if (!body) return;
    if (ts.isBlock(body)) walk.visit.statements(walk, body.statements);
    else {
      const result = walk.visit.expression(walk, body);
      if (result !== UNKNOWN) fact.returns.push(result);
    }
  });
  walk.params.length = paramsBefore;
  return value;
}

function declareFunction(walk: Walk, node: ts.SignatureDeclaration, placed: Placement): number {
  const name = nameOf(walk, node, placed);
  const fact: Draft<FunctionFact> = {
    name,
    kind: kindOf(node),
    parent: walk.fn,
    span: walk.span(node),
    head: node.name ? walk.span(node.name) : headOf(walk, node),
    params: [],
    returns: [],
  };
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  if (modifiers?.some(m => m.kind === K.AsyncKeyword)) fact.async = true;
  if ((node as ts.FunctionLikeDeclaration).asteriskToken) fact.generator = true;
  if (placed.class !== undefined) fact.class = placed.class;
  if (placed.static) fact.static = true;
  if (placed.receiver !== undefined && placed.class === undefined && !ts.isArrowFunction(node))
    fact.receiver = placed.receiver;
  const uses = ts.canHaveDecorators(node) ? decorators(walk, node) : undefined;
  if (uses) fact.decorators = uses;
  const tags = docTags(walk, node);
  if (tags) fact.tags = tags;
  return walk.facts.functions.push(fact) - 1;
}

/** Anonymous functions are pointed at by their first token. */
function headOf(walk: Walk, node: ts.Node): readonly [number, number] {
  const start = node.getStart(walk.facts.source);
  const word = /^[\w$]+|^./.exec(walk.facts.source.text.slice(start, start + 20));
  return [start, start + (word?.[0].length ?? 1)];
}

function nameOf(walk: Walk, node: ts.SignatureDeclaration, placed: Placement): string {
  const own =
    node.name && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name)) ? node.name.text : undefined;
  const owner = placed.class === undefined ? '' : walk.facts.classes[placed.class]!.name;
  if (ts.isConstructorDeclaration(node)) return owner === '' ? 'constructor' : `new ${owner}`;
  const name = own !== undefined && placed.name?.endsWith(`.${own}`) ? placed.name : (own ?? placed.name ?? '');
  return owner !== '' && name !== '' && !name.includes('.') ? `${owner}.${name}` : name;
}

function kindOf(node: ts.SignatureDeclaration): FunctionKind {
  if (ts.isArrowFunction(node)) return 'arrow';
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isGetAccessorDeclaration(node)) return 'getter';
  if (ts.isSetAccessorDeclaration(node)) return 'setter';
  return ts.isMethodDeclaration(node) ? 'method' : 'function';
}

function selfOf(walk: Walk, node: ts.SignatureDeclaration, placed: Placement, id: number): RefId {
  if (ts.isArrowFunction(node)) return walk.self;
  if (placed.class !== undefined) return walk.facts.ref(placed.static ? 'class' : 'this', placed.class);
  return walk.facts.ref('receiver', id);
}

function parameters(walk: Walk, node: ts.SignatureDeclaration, fact: Draft<FunctionFact>): void {
  const { facts, fn } = walk;
  let index = 0;
  for (const parameter of node.parameters) {
    if (ts.isIdentifier(parameter.name) && parameter.name.text === 'this') continue;
    const value = facts.ref('param', fn, index);
    const draft: { -readonly [P in keyof Parameter]: Parameter[P] } = {
      name: ts.isIdentifier(parameter.name) ? parameter.name.text : '',
    };
    const type = parameter.type && walk.visit.type(walk, parameter.type);
    if (type) draft.type = type;
    if (parameter.initializer) {
      const initial = walk.visit.expression(walk, parameter.initializer, { name: draft.name });
      if (initial !== UNKNOWN) draft.initial = initial;
    }
    if (parameter.dotDotDotToken) draft.rest = true;
    fact.params.push(draft);
    walk.visit.pattern(walk, parameter.name, value, (name, ref) => walk.scope.bind(name, ref));
    walk.params.push({ fn, name: draft.name, index, flag: isFlag(parameter) });
    index++;
  }
}

function isFlag(parameter: ts.ParameterDeclaration): boolean {
  const initial = parameter.initializer?.kind;
  return parameter.type?.kind === K.BooleanKeyword || initial === K.TrueKeyword || initial === K.FalseKeyword;
}
