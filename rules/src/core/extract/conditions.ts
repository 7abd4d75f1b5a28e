import { ts } from 'ts-morph';
import type { RefId } from '../model.js';
import type { Claim, Condition } from './open-condition.js';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;
const NO_CLAIMS: readonly Claim[] = [];

/**
 * Visits a test and keeps what its operands stand for, so that both its branches can be told what
 * holds in them.
 *
 * @returns the value of the test, and the conditions in its branches on top of those around
 */
export function visitTest(walk: Walk, test: ts.Expression): { value: RefId; then: Condition; otherwise: Condition } {
  const from = walk.operands.length;
  walk.tests++;
  const value = walk.visit.expression(walk, test);
  walk.tests--;
  const { condition: outer } = walk;
  const to = walk.operands.length;
  return {
    value,
    then: { test, holds: true, from, to, outer, claims: undefined, index: undefined },
    otherwise: { test, holds: false, from, to, outer, claims: undefined, index: undefined },
  };
}

/** What holds of `target` where its value is made anew: `target ??= value`, `target || (target = value)`. */
export function missing(walk: Walk, target: RefId): Condition {
  const claims = [{ ref: target, is: 'falsy' }] as const;
  return { test: undefined, holds: true, from: 0, to: 0, outer: walk.condition, claims, index: undefined };
}

/** Index of the fact for the innermost condition, which is added when it is new; undefined outside of any. */
export function conditionIndex(walk: Walk): number | undefined {
  const index = indexOf(walk, walk.condition);
  return index < 0 ? undefined : index;
}

function indexOf(walk: Walk, condition: Condition | undefined): number {
  if (!condition) return -1;
  if (condition.index !== undefined) return condition.index;
  let index = indexOf(walk, condition.outer);
  const { conditions } = walk.facts;
  for (const { ref, is } of claimsOf(walk, condition))
    if (ref !== 0) index = conditions.push(index < 0 ? { ref, is } : { ref, is, outer: index }) - 1;
  return (condition.index = index);
}

function claimsOf(walk: Walk, { claims, test, holds, from, to }: Condition): readonly Claim[] {
  if (claims) return claims;
  return test ? read((node: ts.Expression) => walk.operands.of(node, from, to), test, holds) : NO_CLAIMS;
}

type ValueOf = (node: ts.Expression) => RefId;

function read(valueOf: ValueOf, test: ts.Expression, holds: boolean): readonly Claim[] {
  const node = bare(test);
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
    return read(valueOf, node.operand, !holds);
  if (ts.isBinaryExpression(node)) return readBinary(valueOf, node, holds);
  return [{ ref: valueOf(node), is: holds ? 'truthy' : 'falsy' }];
}

function readBinary(valueOf: ValueOf, node: ts.BinaryExpression, holds: boolean): readonly Claim[] {
  const operator = node.operatorToken.kind;
  const and = operator === K.AmpersandAmpersandToken;
  if (and || operator === K.BarBarToken) {
    const both = [...read(valueOf, node.left, holds), ...read(valueOf, node.right, holds)];
    // Of the sides of a conjunction that fails, nobody knows which.
    return and === holds ? both : both.map(claim => ({ ...claim, is: 'compared' }));
  }
  const equal = operator === K.EqualsEqualsEqualsToken || operator === K.EqualsEqualsToken;
  const unequal = operator === K.ExclamationEqualsEqualsToken || operator === K.ExclamationEqualsToken;
  if ((equal || unequal) && isNothing(node.right)) return read(valueOf, node.left, unequal === holds);
  return [
    { ref: valueOf(bare(node.left)), is: 'compared' },
    { ref: valueOf(bare(node.right)), is: 'compared' },
  ];
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === K.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

/** A value stays the same in parentheses, said to be there, and awaited. */
function bare(node: ts.Expression): ts.Expression {
  while (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node))
    node = node.expression;
  return node;
}
