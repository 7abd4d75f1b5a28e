import { ts } from 'ts-morph';
import type { ConditionFact, RefId } from '../model.js';
import { UNKNOWN } from './facts-builder.js';
import type { Condition } from './open-condition.js';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;

/** What one branch of a test says of the values that it looks at. */
interface Claim {
  readonly ref: RefId;
  readonly is: ConditionFact['is'];
}

/**
 * Visits a test and keeps what its operands stand for, so that both its branches can be told what
 * holds in them.
 *
 * @returns the value of the test, and the conditions in its branches on top of those around
 */
export function visitTest(walk: Walk, test: ts.Expression): { value: RefId; then?: Condition; otherwise?: Condition } {
  const outer = walk.operands;
  walk.operands = new Map();
  const value = walk.visit.expression(walk, test);
  const operands = walk.operands;
  walk.operands = outer;
  if (outer) for (const [node, ref] of operands) outer.set(node, ref);
  const then = within(walk.condition, claims(operands, test, true));
  const otherwise = within(walk.condition, claims(operands, test, false));
  return { value, ...(then && { then }), ...(otherwise && { otherwise }) };
}

/** What holds of `target` where its value is made anew: `target ??= value`, `target || (target = value)`. */
export function missing(walk: Walk, target: RefId): Condition | undefined {
  return within(walk.condition, [{ ref: target, is: 'falsy' }]);
}

/** Index of the fact for the innermost condition, which is added when it is new. */
export function conditionIndex(walk: Walk): number | undefined {
  return walk.condition && indexOf(walk, walk.condition);
}

function indexOf(walk: Walk, condition: Condition): number {
  if (condition.index !== undefined) return condition.index;
  const outer = condition.outer && indexOf(walk, condition.outer);
  const { ref, is } = condition;
  return (condition.index = walk.facts.conditions.push({ ref, is, ...(outer !== undefined && { outer }) }) - 1);
}

function within(outer: Condition | undefined, inner: readonly Claim[]): Condition | undefined {
  return inner.reduce<Condition | undefined>((around, claim) => ({ ...claim, outer: around }), outer);
}

function claims(operands: ReadonlyMap<ts.Node, RefId>, test: ts.Expression, holds: boolean): readonly Claim[] {
  const node = bare(test);
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
    return claims(operands, node.operand, !holds);
  if (ts.isBinaryExpression(node)) return binaryClaims(operands, node, holds);
  const ref = operands.get(node) ?? UNKNOWN;
  return ref === UNKNOWN ? [] : [{ ref, is: holds ? 'truthy' : 'falsy' }];
}

function binaryClaims(
  operands: ReadonlyMap<ts.Node, RefId>,
  node: ts.BinaryExpression,
  holds: boolean,
): readonly Claim[] {
  const operator = node.operatorToken.kind;
  const and = operator === K.AmpersandAmpersandToken;
  if (and || operator === K.BarBarToken) {
    const both = [...claims(operands, node.left, holds), ...claims(operands, node.right, holds)];
    // Of the sides of a conjunction that fails, nobody knows which.
    return and === holds ? both : both.map(claim => ({ ...claim, is: 'compared' as const }));
  }
  const equal = operator === K.EqualsEqualsEqualsToken || operator === K.EqualsEqualsToken;
  const unequal = operator === K.ExclamationEqualsEqualsToken || operator === K.ExclamationEqualsToken;
  if ((equal || unequal) && isNothing(node.right)) return claims(operands, node.left, unequal === holds);
  return [node.left, node.right].flatMap(side => {
    const ref = operands.get(bare(side)) ?? UNKNOWN;
    return ref === UNKNOWN ? [] : [{ ref, is: 'compared' as const }];
  });
}

function isNothing(node: ts.Expression): boolean {
  return node.kind === K.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

/** An assignment is tested for what it assigns to: `while ((match = next()))`. */
function bare(node: ts.Expression): ts.Expression {
  while (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node))
    node = node.expression;
  return node;
}
