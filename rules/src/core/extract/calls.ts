import { ts } from 'ts-morph';
import { FLOW, MIXED_IN, type CallFact, type RefId, type Span } from '../model.js';
import { conditionIndex } from './conditions.js';
import { UNKNOWN, type Draft } from './facts-builder.js';
import type { Purpose, Walk } from './walk.js';

/** Methods that put a value into a collection, and where the value stands. */
const ADDERS: Readonly<Record<string, number>> = { push: 0, unshift: 0, add: 0, set: 1, append: 0, enqueue: 0 };

/** Records a call and returns what it gives. */
export function callExpression(walk: Walk, node: ts.CallExpression, purpose?: Purpose): RefId {
  const { facts } = walk;
  const callee = node.expression;
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return dynamicImport(walk, node);
  const loaded = requireCall(walk, node);
  const calleeRef = walk.visit.expression(walk, callee);
  const name = purpose?.name;
  const args = walkArguments(walk, node.arguments, name);
  noteCollectionStore(walk, callee, calleeRef, args);
  noteMixIn(walk, calleeRef, args);
  const call = recordCall(walk, {
    kind: 'call',
    callee: calleeRef,
    args: args.refs,
    token: calleeToken(walk, callee),
    node,
  });
  if (args.spread) call.fact.spread = true;
  if (purpose?.awaited) call.fact.awaited = true;
  if (name !== undefined) call.fact.name = name;
  if (loaded !== undefined) return loaded;
  return calleeRef === UNKNOWN ? UNKNOWN : facts.ref('call', calleeRef, call.index);
}

export function newExpression(walk: Walk, node: ts.NewExpression, purpose?: Purpose): RefId {
  const callee = walk.visit.expression(walk, node.expression);
  const args = walkArguments(walk, node.arguments ?? []);
  const call = recordCall(walk, {
    kind: 'new',
    callee,
    args: args.refs,
    token: calleeToken(walk, node.expression),
    node,
  });
  if (args.spread) call.fact.spread = true;
  if (purpose?.name !== undefined) call.fact.name = purpose.name;
  return callee === UNKNOWN ? UNKNOWN : walk.facts.ref('new', callee, call.index);
}

export function taggedTemplate(walk: Walk, node: ts.TaggedTemplateExpression): RefId {
  const callee = walk.visit.expression(walk, node.tag);
  if (ts.isTemplateExpression(node.template)) {
    for (const span of node.template.templateSpans) walk.visit.expression(walk, span.expression);
  }
  const call = recordCall(walk, { kind: 'call', callee, args: [UNKNOWN], token: calleeToken(walk, node.tag), node });
  return callee === UNKNOWN ? UNKNOWN : walk.facts.ref('call', callee, call.index);
}

interface Recorded {
  readonly kind: CallFact['kind'];
  readonly callee: RefId;
  readonly args: RefId[];
  readonly token: Span;
  readonly node: ts.Node;
}

/** Adds a call's fact; its token, guards and segment are those of the place the walk has come to. */
export function recordCall(walk: Walk, call: Recorded): { index: number; fact: Draft<CallFact> } {
  const fact: Draft<CallFact> = {
    kind: call.kind,
    fn: walk.fn,
    callee: call.callee,
    args: call.args,
    token: call.token,
    span: walk.span(call.node),
    segment: walk.segment,
  };
  if (walk.guards) fact.guards = walk.guards;
  const flow = walk.flow | (walk.dropped.has(call.node) ? FLOW.dropped : 0);
  if (flow !== 0) fact.flow = flow;
  const condition = conditionIndex(walk);
  if (condition !== undefined) fact.condition = condition;
  return { index: walk.facts.calls.push(fact) - 1, fact };
}

function walkArguments(walk: Walk, nodes: readonly ts.Expression[], name?: string): { refs: RefId[]; spread: boolean } {
  let spread = false;
  const refs = nodes.map(arg => {
    if (ts.isSpreadElement(arg)) {
      spread = true;
      return walk.facts.ref('element', walk.visit.expression(walk, arg.expression));
    }
    return walk.visit.expression(walk, arg, name === undefined ? undefined : { name });
  });
  return { refs, spread };
}

/** The smallest token that names the callee, on one line. */
function calleeToken(walk: Walk, callee: ts.Expression): Span {
  if (ts.isPropertyAccessExpression(callee)) return walk.span(callee.name);
  if (ts.isElementAccessExpression(callee)) return walk.span(callee.argumentExpression);
  if (ts.isParenthesizedExpression(callee) || ts.isNonNullExpression(callee))
    return calleeToken(walk, callee.expression);
  if (ts.isBinaryExpression(callee) && callee.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return calleeToken(walk, callee.right);
  const span = walk.span(callee);
  if (ts.isIdentifier(callee)) return span;
  const lineEnd = walk.facts.source.text.slice(span[0], span[1]).search(/\r?\n/);
  return lineEnd < 0 ? span : [span[0], span[0] + Math.max(1, lineEnd)];
}

function dynamicImport(walk: Walk, node: ts.CallExpression): RefId {
  const [specifier, ...rest] = node.arguments;
  rest.forEach(arg => walk.visit.expression(walk, arg));
  if (!specifier) return UNKNOWN;
  if (!ts.isStringLiteralLike(specifier)) {
    walk.visit.expression(walk, specifier);
    return UNKNOWN;
  }
  return walk.facts.ref(
    'dynamic',
    walk.facts.module(specifier.text, 'dynamic', walk.fn, walk.span(specifier), walk.guards),
  );
}

/** What `require('…')` gives, or undefined when the call is none. */
function requireCall(walk: Walk, node: ts.CallExpression): RefId | undefined {
  const { expression: callee, arguments: args } = node;
  if (!ts.isIdentifier(callee) || callee.text !== 'require' || args.length !== 1) return undefined;
  const specifier = args[0]!;
  if (!ts.isStringLiteralLike(specifier) || (walk.scope.find('require') !== undefined && !isCreateRequire(walk)))
    return undefined;
  walk.facts.commonjs = true;
  return walk.facts.ref(
    'require',
    walk.facts.module(specifier.text, 'require', walk.fn, walk.span(specifier), walk.guards),
  );
}

function isCreateRequire(walk: Walk): boolean {
  return walk.facts.source.text.includes('createRequire(');
}

/** `Object.assign(target, ...sources)`: the target now has the sources' members. */
function noteMixIn(walk: Walk, calleeRef: RefId, { refs: [target, ...sources] }: { refs: readonly RefId[] }): void {
  const { refs, stores } = walk.facts;
  const [kind, base, name] = refs[calleeRef]!;
  if (kind !== 'member' || name !== 'assign' || target === undefined || target === UNKNOWN) return;
  // Names are resolved after the walk: here `Object` is still a name.
  if (walk.facts.nameOf(base as RefId) !== 'Object') return;
  for (const value of sources) if (value !== UNKNOWN) stores.push({ target, name: MIXED_IN, value });
}

/** `jobs.push(job)`, `cache.set(key, value)`: the collection now holds the value. */
function noteCollectionStore(
  walk: Walk,
  callee: ts.Expression,
  calleeRef: RefId,
  args: { refs: readonly RefId[] },
): void {
  if (!ts.isPropertyAccessExpression(callee)) return;
  const position = ADDERS[callee.name.text];
  if (position === undefined || !Object.hasOwn(ADDERS, callee.name.text)) return;
  walk.memo.added(callee.expression);
  const target = walk.facts.refs[calleeRef];
  const value = args.refs[position];
  if (target?.[0] !== 'member' || value === undefined || value === UNKNOWN) return;
  if (walk.facts.refs[value]![0] === 'literal') return;
  walk.facts.stores.push({ target: target[1] as RefId, name: null, value });
}
