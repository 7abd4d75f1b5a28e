import { ts } from 'ts-morph';
import { KEEPERS } from '../../catalog/teardown-methods.js';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import { findBelow, fixOf, insertAfter, isPath, statementAround } from '../rewriting.js';

/** Hands a dropped disposable to the method by which its class keeps the others. */
export function keepDisposable(input: FixInput): readonly Fix[] {
  const { source } = input;
  const call = callAt(source, input.span);
  const keeper = call && keeperAround(call);
  if (!call || keeper === undefined) return [];
  const start = call.getStart(source);
  return fixOf(input, `Keep it with \`${keeper}\``, [
    { span: [start, start], text: `${keeper}(` },
    { span: [call.end, call.end], text: ')' },
  ]);
}

/** Releases a field where its class releases one like it. */
export function releaseField(input: FixInput, { field, sibling }: { field: string; sibling: string }): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const owner = call && classAround(call);
  if (!owner || !isPath(field) || !isPath(sibling)) return [];
  const released = findBelow(owner, (node): node is ts.CallExpression => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    return node.arguments.length === 0 && node.expression.expression.getText() === `this.${sibling}`;
  });
  const statement = released && statementAround(released);
  if (!statement || !ts.isPropertyAccessExpression(released.expression)) return [];
  const release = `this.${field}.${released.expression.name.text}()`;
  return fixOf(input, `Release \`this.${field}\` too`, [insertAfter(statement, release)]);
}

/** `this._register`, as the class around a call uses it. */
function keeperAround(call: ts.Node): string | undefined {
  const owner = classAround(call);
  const kept =
    owner &&
    findBelow(owner, (node): node is ts.CallExpression => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
      const { expression, name } = node.expression;
      return expression.kind === ts.SyntaxKind.ThisKeyword && KEEPERS.has(name.text);
    });
  return kept?.expression.getText();
}

function classAround(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  let at = node;
  while (!ts.isClassLike(at)) {
    if (ts.isSourceFile(at)) return undefined;
    at = at.parent;
  }
  return at;
}
