import { ts } from 'ts-morph';
import { UNKNOWN } from './facts-builder.js';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;
const SIZES = new Set(['size', 'length', 'byteLength', 'itemCount', 'count']);
const COMPARES = new Set<ts.SyntaxKind>([
  K.LessThanToken,
  K.LessThanEqualsToken,
  K.GreaterThanToken,
  K.GreaterThanEqualsToken,
  K.EqualsEqualsEqualsToken,
  K.EqualsEqualsToken,
  K.ExclamationEqualsEqualsToken,
  K.ExclamationEqualsToken,
]);

/**
 * Notes that a collection's size is compared with something, wherever that stands: `cache.size > limit`.
 * A condition around nothing, which says that somebody keeps an eye on the size.
 */
export function noteComparedSize(walk: Walk, node: ts.BinaryExpression): void {
  if (!COMPARES.has(node.operatorToken.kind)) return;
  for (const side of [node.left, node.right]) {
    if (!ts.isPropertyAccessExpression(side) || !SIZES.has(side.name.text) || !isPlain(side.expression)) continue;
    const ref = walk.visit.expression(walk, side);
    if (ref !== UNKNOWN) walk.facts.conditions.push({ ref, is: 'compared' });
  }
}

/** Whether visiting it twice records nothing twice. */
function isPlain(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isNonNullExpression(node)) return isPlain(node.expression);
  return ts.isIdentifier(node) || node.kind === K.ThisKeyword;
}
