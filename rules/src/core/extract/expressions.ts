import { ts } from 'ts-morph';
import { FLOW, type RefId } from '../model.js';
import { callExpression, newExpression, recordCall, taggedTemplate } from './calls.js';
import { visitTest } from './conditions.js';
import { UNKNOWN } from './facts-builder.js';
import { assignmentMemo, branches, environmentTest } from './guards.js';
import { objectLiteral } from './objects.js';
import { noteComparedSize } from './compared-sizes.js';
import { foldedNumber } from './folded-numbers.js';
import { symbolName } from './symbol-names.js';
import { assignment, deletion } from './assignments.js';
import type { Purpose, Walk } from './walk.js';

const MAX_LITERAL = 120;
/** Longer sums and products are no numbers that a person wrote. */
const MOST_FACTORS = 8;
const K = ts.SyntaxKind;

/** Records the calls and functions inside `node` and returns the value it stands for. */
export function expression(walk: Walk, node: ts.Expression, purpose?: Purpose): RefId {
  walk.enter();
  const value = visit(walk, node, purpose);
  if (walk.tests > 0) walk.operands.add(node, value);
  walk.leave();
  return value;
}

function visit(walk: Walk, node: ts.Expression, purpose?: Purpose): RefId {
  switch (node.kind) {
    case K.Identifier:
      return identifier(walk, node as ts.Identifier);
    case K.ThisKeyword:
      return walk.self;
    case K.SuperKeyword:
      return superOf(walk);
    case K.PropertyAccessExpression:
      return propertyAccess(walk, node as ts.PropertyAccessExpression);
    case K.ElementAccessExpression:
      return elementAccess(walk, node as ts.ElementAccessExpression);
    case K.CallExpression:
      return callExpression(walk, node as ts.CallExpression, purpose);
    case K.NewExpression:
      return newExpression(walk, node as ts.NewExpression, purpose);
    case K.TaggedTemplateExpression:
      return taggedTemplate(walk, node as ts.TaggedTemplateExpression);
    case K.AwaitExpression:
      return awaited(walk, node as ts.AwaitExpression, purpose);
    case K.ParenthesizedExpression:
    case K.NonNullExpression:
    case K.SatisfiesExpression:
      return walk.visit.expression(walk, (node as ts.ParenthesizedExpression).expression, purpose);
    case K.AsExpression:
    case K.TypeAssertionExpression:
      return cast(walk, node as ts.AsExpression, purpose);
    case K.DeleteExpression:
      return deletion(walk, node as ts.DeleteExpression);
    case K.ConditionalExpression:
      return conditional(walk, node as ts.ConditionalExpression, purpose);
    case K.BinaryExpression:
      return binary(walk, node as ts.BinaryExpression, purpose);
    case K.ArrowFunction:
    case K.FunctionExpression:
      return walk.visit.functionLike(walk, node as ts.ArrowFunction, purpose);
    case K.ClassExpression:
      return walk.visit.classLike(walk, node as ts.ClassExpression, purpose);
    case K.ObjectLiteralExpression:
      return objectLiteral(walk, node as ts.ObjectLiteralExpression, purpose);
    case K.ArrayLiteralExpression:
      return arrayLiteral(walk, node as ts.ArrayLiteralExpression);
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
    case K.NumericLiteral:
    case K.TrueKeyword:
    case K.FalseKeyword:
      return literal(walk, node);
    case K.JsxElement:
    case K.JsxSelfClosingElement:
    case K.JsxFragment:
      return element(walk, node);
    case K.PrefixUnaryExpression:
      walk.visit.expression(walk, (node as ts.PrefixUnaryExpression).operand);
      return UNKNOWN;
    default:
      children(walk, node);
      return UNKNOWN;
  }
}

function superOf(walk: Walk): RefId {
  return walk.class < 0 ? UNKNOWN : walk.facts.ref('super', walk.class);
}

function awaited(walk: Walk, node: ts.AwaitExpression, purpose?: Purpose): RefId {
  const name = purpose?.name;
  const value = walk.visit.expression(walk, node.expression, { awaited: true, ...(name !== undefined && { name }) });
  walk.segment++;
  return value;
}

function element(walk: Walk, node: ts.Expression): RefId {
  noteComponent(walk);
  children(walk, node);
  return UNKNOWN;
}

function cast(walk: Walk, node: ts.AsExpression, purpose?: Purpose): RefId {
  const value = walk.visit.expression(walk, node.expression, purpose);
  return ts.isConstTypeReference(node.type) ? value : walk.facts.either([value, walk.visit.type(walk, node.type)]);
}

function literal(walk: Walk, node: ts.Expression): RefId {
  if (ts.isNumericLiteral(node)) return walk.facts.ref('literal', Number(node.text));
  if (!ts.isStringLiteralLike(node)) return walk.facts.ref('literal', node.kind === K.TrueKeyword);
  return node.text.length > MAX_LITERAL ? UNKNOWN : walk.facts.ref('literal', node.text);
}

/** Visits the expressions directly below a node whose own value is not modelled. */
export function children(walk: Walk, node: ts.Node): void {
  ts.forEachChild(node, child => {
    if (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) return;
    if (ts.isJsxAttribute(child) && jsxHandler(walk, child)) return;
    if (isValueExpression(child)) walk.visit.expression(walk, child);
    else {
      walk.enter();
      children(walk, child);
      walk.leave();
    }
  });
}

/** `onClick={save}` registers a handler; the catalogue knows it as a call of `jsx.on`. */
function jsxHandler(walk: Walk, node: ts.JsxAttribute): boolean {
  const { name, initializer } = node;
  if (!ts.isIdentifier(name) || !/^on[A-Z]/.test(name.text) || !initializer || !ts.isJsxExpression(initializer))
    return false;
  if (!initializer.expression) return true;
  const value = walk.visit.expression(walk, initializer.expression, { name: name.text });
  if (value === UNKNOWN) return true;
  const callee = walk.facts.member(walk.facts.ref('global', 'jsx'), 'on');
  const event = walk.facts.ref('literal', name.text);
  recordCall(walk, { kind: 'call', callee, args: [event, value], token: walk.span(name), node });
  return true;
}

function isValueExpression(node: ts.Node): node is ts.Expression {
  return (
    (node.kind >= K.ArrayLiteralExpression && node.kind <= K.SatisfiesExpression) ||
    node.kind === K.JsxElement ||
    node.kind === K.JsxSelfClosingElement ||
    node.kind === K.JsxFragment
  );
}

function identifier(walk: Walk, node: ts.Identifier): RefId {
  if (node.text === 'undefined') return UNKNOWN;
  if (node.text === 'exports' && walk.scope.find('exports') === undefined) return walk.facts.ref('exports');
  return walk.facts.name(walk.scope, node.text);
}

function propertyAccess(walk: Walk, node: ts.PropertyAccessExpression): RefId {
  const { expression: base, name } = node;
  if (ts.isIdentifier(base) && base.text === 'module' && name.text === 'exports') return walk.facts.ref('exports');
  noteRequestUse(walk, base, name.text);
  return walk.facts.member(walk.visit.expression(walk, base), name.text);
}

function elementAccess(walk: Walk, node: ts.ElementAccessExpression): RefId {
  const base = walk.visit.expression(walk, node.expression);
  const index = node.argumentExpression;
  if (ts.isStringLiteralLike(index)) return walk.facts.member(base, index.text);
  const symbol = symbolName(index);
  if (symbol !== undefined) return walk.facts.member(base, symbol);
  walk.visit.expression(walk, index);
  return base === UNKNOWN ? UNKNOWN : walk.facts.ref('element', base);
}

function conditional(walk: Walk, node: ts.ConditionalExpression, purpose?: Purpose): RefId {
  const test = visitTest(walk, node.condition);
  const { then, otherwise } = branches(walk, node.condition);
  const values: RefId[] = [];
  walk.inFlow(FLOW.branch, test.then, () => {
    walk.guarded(then, () => values.push(walk.visit.expression(walk, node.whenTrue, purpose)));
  });
  walk.inFlow(FLOW.branch, test.otherwise, () => {
    walk.guarded(otherwise, () => values.push(walk.visit.expression(walk, node.whenFalse, purpose)));
  });
  return walk.facts.either(values);
}

function binary(walk: Walk, node: ts.BinaryExpression, purpose?: Purpose): RefId {
  const operator = node.operatorToken.kind;
  if (operator >= K.FirstAssignment && operator <= K.LastAssignment) return assignment(walk, node, purpose);
  if (operator === K.CommaToken) {
    walk.visit.expression(walk, node.left);
    return walk.visit.expression(walk, node.right, purpose);
  }
  if (operator === K.BarBarToken || operator === K.QuestionQuestionToken || operator === K.AmpersandAmpersandToken) {
    return logical(walk, node, purpose);
  }
  noteComparedSize(walk, node);
  const environment = environmentValue(walk, node);
  return arithmetic(walk, node) || environment;
}

/** `a && b`, `a || b`, `a ?? b`: the right side runs in a branch. */
function logical(walk: Walk, node: ts.BinaryExpression, purpose?: Purpose): RefId {
  const and = node.operatorToken.kind === K.AmpersandAmpersandToken;
  const test = visitTest(walk, node.left);
  let right: RefId = UNKNOWN;
  const { then, otherwise } = branches(walk, node.left);
  const guards = and ? then : (otherwise ?? selfAssigned(walk, node));
  walk.inFlow(FLOW.branch, and ? test.then : test.otherwise, () => {
    walk.guarded(guards, () => (right = walk.visit.expression(walk, node.right, purpose)));
  });
  return and ? right : walk.facts.either([test.value, right]);
}

/** `process.env.NODE_ENV === 'development'` is a value of its own: constants pass it on to tests elsewhere. */
function environmentValue(walk: Walk, node: ts.BinaryExpression): RefId {
  const operator = node.operatorToken.kind;
  const equal = operator === K.EqualsEqualsEqualsToken || operator === K.EqualsEqualsToken;
  if ((!equal && operator !== K.ExclamationEqualsEqualsToken) || !ts.isStringLiteral(node.right)) return UNKNOWN;
  const left = node.left.getText(walk.facts.source).replaceAll(/\[['"](\w+)['"]\]/g, '.$1');
  const asked = environmentTest(`${left}='${node.right.text}'`);
  if (asked === undefined) return UNKNOWN;
  return walk.facts.ref('environment', equal === (asked === 'production') ? 'production' : 'development');
}

/** `cache || (cache = load())` */
function selfAssigned(walk: Walk, node: ts.BinaryExpression) {
  return ts.isIdentifier(node.left) || ts.isPropertyAccessExpression(node.left)
    ? assignmentMemo(walk, node.left)
    : undefined;
}

/** Chains such as `a + b + c …` are walked in a loop: generated code has thousands of links. */
function arithmetic(walk: Walk, node: ts.BinaryExpression): RefId {
  const rights: ts.Expression[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === node.operatorToken.kind) {
    rights.push(left.right);
    left = left.left;
  }
  walk.visit.expression(walk, left);
  for (const right of rights.reverse()) walk.visit.expression(walk, right);
  const number = rights.length > MOST_FACTORS ? undefined : foldedNumber(walk, node);
  return number === undefined ? UNKNOWN : walk.facts.ref('literal', number);
}

function arrayLiteral(walk: Walk, node: ts.ArrayLiteralExpression): RefId {
  const items = node.elements.map(element =>
    ts.isSpreadElement(element)
      ? walk.facts.ref('element', walk.visit.expression(walk, element.expression))
      : walk.visit.expression(walk, element),
  );
  const known = items.filter(item => item !== UNKNOWN && walk.facts.refs[item]![0] !== 'literal');
  // Of entries that nobody asks about it is kept that there are some.
  const kept = known.length === 0 && items.length > 0 ? [UNKNOWN] : known;
  return walk.facts.ref('array', walk.facts.arrays++, ...kept);
}

function noteComponent(walk: Walk): void {
  for (let fn = walk.fn; fn > 0; fn = walk.facts.functions[fn]!.parent) {
    const fact = walk.facts.functions[fn]!;
    if (/^[A-Z]/.test(fact.name) && fact.kind !== 'method') {
      fact.component = true;
      return;
    }
  }
}

const REQUEST = /^_?(req|request)$/;
const RESPONSE = /^_?(res|resp|response|reply)$/;
const RESPONSE_USES = new Set(
  'status send json end render redirect writeHead setHeader header set sendStatus sendFile type code download jsonp write locals cookie'.split(
    ' ',
  ),
);

/** Marks functions that use a parameter pair the way handlers use a request and a response. */
function noteRequestUse(walk: Walk, base: ts.Expression, property: string): void {
  if (!ts.isIdentifier(base) || !RESPONSE.test(base.text) || !RESPONSE_USES.has(property)) return;
  const param = walk.params.findLast(p => p.name === base.text);
  if (!param || param.index === 0) return;
  const before = walk.params.find(p => p.fn === param.fn && p.index === param.index - 1);
  if (before && REQUEST.test(before.name)) walk.facts.functions[param.fn]!.requestShape = true;
}
