import { ts } from 'ts-morph';

/** `Symbol.dispose` names a member as a string does, and so do symbols that are called as Node calls its own: `kState`. */
export function symbolName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return /^k[A-Z]/.test(node.text) ? `@@${node.text}` : undefined;
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Symbol'
    ? `@@${node.name.text}`
    : undefined;
}
