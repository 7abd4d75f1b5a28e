import { ts } from 'ts-morph';
import { FLOW, type RefId } from '../model.js';
import { recordCall } from './calls.js';
import { symbolName } from './symbol-names.js';
import { UNKNOWN } from './facts-builder.js';
import { missing } from './conditions.js';
import { assignmentMemo, unwrap } from './guards.js';
import { recordWrite } from './writes.js';
import type { Purpose, Walk } from './walk.js';

/** `target = value` in all its forms; returns the value. */
export function assignment(walk: Walk, node: ts.BinaryExpression, purpose?: Purpose): RefId {
  const { left, right } = node;
  const operator = node.operatorToken.kind;
  const logical = operator >= ts.SyntaxKind.BarBarEqualsToken && operator <= ts.SyntaxKind.QuestionQuestionEqualsToken;
  if (operator !== ts.SyntaxKind.EqualsToken && !logical) {
    return compound(walk, node, purpose);
  }
  const target = unwrap(left);
  if (ts.isObjectLiteralExpression(target) || ts.isArrayLiteralExpression(target))
    return destructuring(walk, target, right);
  walk.memo.assigned(target, right);
  const owner = assigned(walk, target);
  let value: RefId = UNKNOWN;
  const made = logical ? missing(walk, owner.written.target) : walk.condition;
  walk.inFlow(logical ? FLOW.branch : 0, made, () => {
    walk.guarded(logical ? assignmentMemo(walk, target) : undefined, () => {
      value = walk.visit.expression(walk, right, { ...purpose, ...owner.purpose });
    });
    const { key } = owner.written;
    const kind = key !== undefined ? 'element' : isAddedTo(walk, target, right) ? 'append' : 'assign';
    recordWrite(walk, kind, { ...owner.written, value, token: tokenOf(target) });
  });
  owner.store(value);
  if (ts.isPropertyAccessExpression(target) && /^on[a-z]/.test(target.name.text)) handlerProperty(walk, target, value);
  return value;
}

/** `target = target + value` */
function isAddedTo({ facts }: Walk, target: ts.Expression, value: ts.Expression): boolean {
  let first = unwrap(value);
  if (!ts.isBinaryExpression(first)) return false;
  while (ts.isBinaryExpression(first)) {
    if (first.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false;
    first = unwrap(first.left);
  }
  return first.getText(facts.source) === target.getText(facts.source);
}

/** `target += value` and its like. */
function compound(walk: Walk, node: ts.BinaryExpression, purpose?: Purpose): RefId {
  const target = unwrap(node.left);
  const written = writtenTo(walk, target);
  const value = walk.visit.expression(walk, node.right, purpose);
  const adds = node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken && written.key === undefined;
  const kind = written.key !== undefined ? 'element' : adds ? 'append' : 'assign';
  recordWrite(walk, kind, { ...written, value: adds ? value : UNKNOWN, token: tokenOf(target) });
  return UNKNOWN;
}

/** `delete target[key]`. */
export function deletion(walk: Walk, node: ts.DeleteExpression): RefId {
  const target = unwrap(node.expression);
  if (ts.isElementAccessExpression(target)) {
    const written = writtenTo(walk, target);
    const { argumentExpression: named } = target;
    const key = ts.isStringLiteralLike(named) ? walk.facts.ref('literal', named.text) : written.key;
    const base = ts.isStringLiteralLike(named) ? walk.visit.expression(walk, target.expression) : written.target;
    recordWrite(walk, 'delete', { target: base, ...(key !== undefined && { key }), token: tokenOf(target) });
  } else if (ts.isPropertyAccessExpression(target)) {
    const base = walk.visit.expression(walk, target.expression);
    const key = walk.facts.ref('literal', target.name.text);
    recordWrite(walk, 'delete', { target: base, key, token: tokenOf(target) });
  } else walk.visit.expression(walk, target);
  return UNKNOWN;
}

/** What a write to `target` changes: for `a[key]`, `a` at the key; otherwise the name or member itself. */
interface Written {
  readonly target: RefId;
  readonly key?: RefId;
}

function writtenTo(walk: Walk, target: ts.Expression): Written {
  if (!ts.isElementAccessExpression(target) || ts.isStringLiteralLike(target.argumentExpression))
    return { target: walk.visit.expression(walk, target) };
  const base = walk.visit.expression(walk, target.expression);
  return { target: base, key: walk.visit.expression(walk, target.argumentExpression) };
}

/** The smallest token that names what is written to. */
function tokenOf(target: ts.Expression): ts.Node {
  if (ts.isPropertyAccessExpression(target)) return target.name;
  return ts.isElementAccessExpression(target) ? tokenOf(unwrap(target.expression)) : target;
}

/** `socket.onmessage = handler` registers a handler as a call would; the catalogue describes it as one. */
function handlerProperty(walk: Walk, target: ts.PropertyAccessExpression, value: RefId): void {
  const kind = walk.facts.refs[value]![0];
  if (kind === '?' || kind === 'literal') return;
  const callee = walk.facts.member(walk.visit.expression(walk, target.expression), target.name.text);
  recordCall(walk, { kind: 'call', callee, args: [value], token: walk.span(target.name), node: target });
}

interface Target {
  readonly purpose: Purpose;
  readonly written: Written;
  store(value: RefId): void;
}

const NOTHING: Written = { target: UNKNOWN };

/** Where a value goes, and what a function written there is called and bound to. */
function assigned(walk: Walk, target: ts.Expression): Target {
  const { facts } = walk;
  if (ts.isIdentifier(target) && !(target.text === 'exports' && walk.scope.find('exports') === undefined)) {
    const { scope } = walk;
    return {
      purpose: { name: target.text },
      written: { target: facts.name(scope, target.text) },
      store: value => facts.assign(scope, target.text, value),
    };
  }
  if (ts.isIdentifier(target) || isModuleExports(target)) {
    facts.commonjs = true;
    return {
      purpose: {},
      written: NOTHING,
      store: value => void facts.exports.push({ name: '=', value }),
    };
  }
  if (ts.isPropertyAccessExpression(target)) return property(walk, target.expression, target.name.text);
  if (ts.isElementAccessExpression(target)) {
    const key = target.argumentExpression;
    const name = symbolName(key) ?? (ts.isStringLiteralLike(key) ? key.text : undefined);
    if (name !== undefined) return property(walk, target.expression, name);
    const written = { key: walk.visit.expression(walk, key), target: walk.visit.expression(walk, target.expression) };
    return { purpose: {}, written, store: value => store(walk, written.target, null, value) };
  }
  walk.visit.expression(walk, target);
  return { purpose: {}, written: NOTHING, store: () => undefined };
}

function property(walk: Walk, base: ts.Expression, name: string): Target {
  const { facts } = walk;
  const of = walk.visit.expression(walk, base);
  const isExports = facts.refs[of]![0] === 'exports';
  const ref = facts.refs[of]!;
  const prototype = ref[0] === 'member' && ref[2] === 'prototype';
  const receiver = prototype ? facts.ref('instance', ref[1] as RefId) : of;
  const owner = prototype ? lastName((base as ts.PropertyAccessExpression).expression) : lastName(base);
  if (base.kind === ts.SyntaxKind.ThisKeyword && ref[0] === 'receiver') constructs(walk, ref[1] as number);
  return {
    written: isExports ? NOTHING : { target: facts.member(of, name) },
    purpose: { name: owner === undefined || isExports ? name : `${owner}.${name}`, receiver },
    store: value => {
      if (isExports) {
        facts.commonjs = true;
        facts.exports.push({ name, value });
      } else store(walk, of, name, value);
    },
  };
}

/** A plain function that fills `this` is a constructor: its `this` is what `new` makes of it. */
function constructs(walk: Walk, fn: number): void {
  walk.facts.functions[fn]!.receiver ??= walk.facts.ref('instance', walk.facts.ref('fn', fn));
}

function store(walk: Walk, target: RefId, name: string | null, value: RefId): void {
  if (target === UNKNOWN || value === UNKNOWN || walk.facts.refs[value]![0] === 'literal') return;
  walk.facts.stores.push({ target, name, value });
}

function lastName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

function isModuleExports(node: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'exports' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'module'
  );
}

/** `({ a, b } = value)`: names take members of the value. */
function destructuring(
  walk: Walk,
  target: ts.ObjectLiteralExpression | ts.ArrayLiteralExpression,
  right: ts.Expression,
): RefId {
  const value = walk.visit.expression(walk, right);
  if (ts.isArrayLiteralExpression(target)) return value;
  for (const property of target.properties) {
    const name = property.name && ts.isIdentifier(property.name) ? property.name.text : undefined;
    if (name === undefined) continue;
    const to = ts.isShorthandPropertyAssignment(property)
      ? property.name
      : ts.isPropertyAssignment(property)
        ? property.initializer
        : undefined;
    if (to) assigned(walk, unwrap(to)).store(walk.facts.member(value, name));
  }
  return value;
}
