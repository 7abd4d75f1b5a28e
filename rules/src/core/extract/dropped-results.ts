import { ts } from 'ts-morph';
import type { Walk } from './walk.js';

const K = ts.SyntaxKind;

/** Notes the calls whose result the statement `node` throws away: `f()`, `void f()`, `await f()`, `a && f()`. */
export function noteDropped(walk: Walk, node: ts.Expression): void {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    walk.dropped.add(node);
    return;
  }
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isVoidExpression(node)
  ) {
    noteDropped(walk, node.expression);
  } else if (ts.isConditionalExpression(node)) {
    noteDropped(walk, node.whenTrue);
    noteDropped(walk, node.whenFalse);
  } else if (ts.isBinaryExpression(node) && !isAssignment(node.operatorToken.kind)) {
    noteDropped(walk, node.right);
  }
}

function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= K.FirstAssignment && operator <= K.LastAssignment;
}
