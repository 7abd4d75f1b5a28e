import { ts } from 'ts-morph';
import type { Span } from '../model.js';

/** The innermost node that holds a span. */
export function tokenAt(source: ts.SourceFile, [start, end]: Span): ts.Node {
  let token: ts.Node = source;
  for (let inner: ts.Node | undefined = source; inner;) {
    token = inner;
    inner = ts.forEachChild(token, child => (child.getStart(source) <= start && end <= child.end ? child : undefined));
  }
  return token;
}

/** The call, or the `new`, whose callee is or ends in the token with this span. */
export function callAt(source: ts.SourceFile, span: Span): ts.CallExpression | ts.NewExpression | undefined {
  const token = tokenAt(source, span);
  const { parent } = token;
  const callee = ts.isPropertyAccessExpression(parent) && parent.name === token ? parent : token;
  const call = callee.parent;
  return (ts.isCallExpression(call) || ts.isNewExpression(call)) && call.expression === callee ? call : undefined;
}
