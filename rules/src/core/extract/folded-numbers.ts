import { ts } from 'ts-morph';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;

/** The number that sums and products of numbers and constant names come to: `24 * HOUR`; undefined for anything else. */
export function foldedNumber(walk: Walk, node: ts.Expression): number | undefined {
  if (ts.isParenthesizedExpression(node)) return foldedNumber(walk, node.expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isIdentifier(node)) {
    const bound = walk.scope.find(node.text);
    const [kind, value] = (bound === undefined ? undefined : walk.facts.refs[bound]) ?? ['?'];
    return kind === 'literal' && typeof value === 'number' ? value : undefined;
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const left = foldedNumber(walk, node.left);
  const right = left === undefined ? undefined : foldedNumber(walk, node.right);
  if (left === undefined || right === undefined) return undefined;
  switch (node.operatorToken.kind) {
    case K.AsteriskToken:
      return left * right;
    case K.PlusToken:
      return left + right;
    case K.MinusToken:
      return left - right;
    case K.SlashToken:
      return left / right;
    case K.AsteriskAsteriskToken:
      return left ** right;
    default:
      return undefined;
  }
}
