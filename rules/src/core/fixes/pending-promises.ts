import { ts } from 'ts-morph';
import { visitBody, type AsyncCapable } from './enclosing-function.js';
import type { FileBindings } from './file-bindings.js';
import { mention } from '../words.js';

/**
 * Why waiting at this call could leave a rejection unhandled: a promise made before it is awaited or
 * caught only after it. `const menu = load(); readFileSync(p); await menu` is safe today, for nothing
 * can reject while the thread is blocked.
 */
export function pendingPromiseProblem(
  call: ts.CallExpression,
  fn: AsyncCapable,
  bindings: FileBindings,
): string | undefined {
  let problem: string | undefined;
  visitBody(fn, node => {
    if (node.pos < call.end || problem !== undefined) return;
    const pending = settledHere(node).find(name => isMadeBefore(name, call, fn, bindings));
    if (pending)
      problem = `A rejection of ${mention(pending.text)} during the wait would be unhandled; await it in front of the call first.`;
  });
  return problem;
}

/** The variables whose promises are awaited or handled by this node. */
function settledHere(node: ts.Node): readonly ts.Identifier[] {
  if (ts.isAwaitExpression(node)) return ts.isIdentifier(node.expression) ? [node.expression] : [];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  if (/^(then|catch)$/.test(name.text)) return ts.isIdentifier(expression) ? [expression] : [];
  const [list] = node.arguments;
  const isCombined = /^(all|allSettled|any|race)$/.test(name.text) && expression.getText() === 'Promise';
  return isCombined && list && ts.isArrayLiteralExpression(list) ? list.elements.filter(ts.isIdentifier) : [];
}

function isMadeBefore(name: ts.Identifier, call: ts.CallExpression, fn: AsyncCapable, bindings: FileBindings): boolean {
  return (bindings.symbolAt(name)?.declarations ?? []).some(
    declaration =>
      ts.isVariableDeclaration(declaration) &&
      fn.pos <= declaration.pos &&
      declaration.end <= call.pos &&
      declaration.initializer !== undefined &&
      (ts.isCallExpression(declaration.initializer) || ts.isNewExpression(declaration.initializer)),
  );
}
