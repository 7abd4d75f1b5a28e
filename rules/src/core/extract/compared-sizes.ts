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

const ORDERS = new Set<ts.SyntaxKind>([
  K.LessThanToken,
  K.LessThanEqualsToken,
  K.GreaterThanToken,
  K.GreaterThanEqualsToken,
]);

/**
 * Notes that a collection's size is compared with something, wherever that stands: `cache.size > limit`;
 * and that a count is: `received > limit`. A condition around nothing, which says that somebody keeps an
 * eye on the size.
 */
export function noteComparedSize(walk: Walk, node: ts.BinaryExpression): void {
  const operator = node.operatorToken.kind;
  if (!COMPARES.has(operator)) return;
  // `for (let i = 0; i < queue.length; i++)` goes through it.
  const limits = walk.counting !== node;
  const counts = limits && ORDERS.has(operator);
  note(walk, node.left, node.right, { limits, counts });
  note(walk, node.right, node.left, { limits, counts });
}

/** What a comparison would say: of sizes, and of anything else. */
interface Says {
  readonly limits: boolean;
  readonly counts: boolean;
}

function note(walk: Walk, side: ts.Expression, other: ts.Expression, { limits, counts }: Says): void {
  if (!isPlain(side) || side.kind === K.ThisKeyword) return;
  const isSize = ts.isPropertyAccessExpression(side) && SIZES.has(side.name.text);
  const isLimited = (isSize ? limits : counts) && !isNone(other);
  if (!isSize && !isLimited) return;
  const ref = walk.visit.expression(walk, side);
  if (ref !== UNKNOWN) walk.facts.conditions.push({ ref, is: isLimited ? 'limited' : 'compared' });
}

/** Whether something is compared with none at all: `queue.length > 0`, `queue.length < 1`. */
function isNone(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && Number(node.text) <= 1;
}

/** Whether visiting it twice records nothing twice. */
function isPlain(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isNonNullExpression(node)) return isPlain(node.expression);
  // `this[kQueue].length`, by a symbol.
  if (ts.isElementAccessExpression(node)) return isPlain(node.expression) && ts.isIdentifier(node.argumentExpression);
  return ts.isIdentifier(node) || node.kind === K.ThisKeyword;
}
