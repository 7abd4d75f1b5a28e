import { ts } from 'ts-morph';
import { visitBody, type AsyncCapable } from './enclosing-function.js';
import type { FileBindings } from './file-bindings.js';
import { mention } from '../words.js';

/** Members of an event that only count until the handler first waits. */
const EVENT_CALLS =
  /^(preventDefault|stopPropagation|stopImmediatePropagation|respondWith|waitUntil|passThroughOnException)$/;
const REGISTERS = /^(on|once|addListener|addEventListener|prependListener)$/;

/**
 * What would come too late if a handler waited at this call: code behind it that has to run before
 * the event loop goes on. Undefined when there is none, or when the handler has waited before.
 */
export function lateEffectProblem(
  call: ts.CallExpression,
  fn: AsyncCapable,
  bindings: FileBindings,
): string | undefined {
  const waits: number[] = [];
  let problem: string | undefined;
  visitBody(fn, node => {
    if (ts.isAwaitExpression(node) && node.end <= call.pos) waits.push(node.pos);
    if (node.pos < call.end && !contains(node, call)) return;
    problem ??=
      registeredLate(node, call, waits, bindings) ?? (waits.length > 0 ? undefined : lateEffect(node, fn, bindings));
  });
  return problem ?? (waits.length > 0 ? undefined : returnedAnswer(fn));
}

const contains = (outer: ts.Node, inner: ts.Node): boolean => outer.pos <= inner.pos && inner.end <= outer.end;

function lateEffect(node: ts.Node, fn: AsyncCapable, bindings: FileBindings): string | undefined {
  if (
    ts.isBinaryExpression(node) &&
    ts.isPropertyAccessExpression(node.left) &&
    node.left.name.text === 'returnValue'
  ) {
    return isParameter(node.left.expression, fn, bindings)
      ? 'The answer in `returnValue` has to be there when the handler returns; use an asynchronous message instead.'
      : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression: target } = node.expression;
  if (!isParameter(target, fn, bindings)) return undefined;
  if (EVENT_CALLS.test(name.text))
    return `${mention(`${name.text}()`)} comes too late once the handler has waited; move it in front of the call first.`;
  return name.text === 'pipe'
    ? `${mention(target.getText())} would be read only after the wait, and what arrives before may be lost; start reading it first.`
    : undefined;
}

/** `socket.on(…)` behind the call, of an object that is at work already. */
function registeredLate(
  node: ts.Node,
  call: ts.CallExpression,
  waits: readonly number[],
  bindings: FileBindings,
): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression: target } = node.expression;
  const root = rootOf(target);
  if (!REGISTERS.test(name.text) || !root || !isAtWork(root, call, waits, bindings)) return undefined;
  return `Events of ${mention(target.getText())} that fire during the wait would be missed; register its listeners in front of the call first.`;
}

/** A parameter, or the result of a call made before in a function; and no wait since. */
function isAtWork(
  root: ts.Identifier,
  call: ts.CallExpression,
  waits: readonly number[],
  bindings: FileBindings,
): boolean {
  return (bindings.symbolAt(root)?.declarations ?? []).some(declaration => {
    if (waits.some(wait => wait > declaration.end)) return false;
    if (isOfParameter(declaration)) return true;
    if (!ts.isVariableDeclaration(declaration) || declaration.pos > call.pos || isAtTop(declaration)) return false;
    const { initializer } = declaration;
    return initializer !== undefined && (ts.isCallExpression(initializer) || ts.isNewExpression(initializer));
  });
}

const isAtTop = (variable: ts.VariableDeclaration): boolean => ts.isSourceFile(variable.parent.parent.parent);

/** `event`, or `event.request` of a parameter. */
function isParameter(target: ts.Expression, fn: AsyncCapable, bindings: FileBindings): boolean {
  const root = rootOf(target);
  const declarations = (root && bindings.symbolAt(root)?.declarations) ?? [];
  return declarations.some(declaration => contains(fn, declaration) && isOfParameter(declaration));
}

function rootOf(target: ts.Expression): ts.Identifier | undefined {
  let root = target;
  while (ts.isPropertyAccessExpression(root)) root = root.expression;
  return ts.isIdentifier(root) ? root : undefined;
}

function isOfParameter(declaration: ts.Node): boolean {
  if (ts.isBindingElement(declaration)) return isOfParameter(declaration.parent.parent);
  return ts.isParameter(declaration);
}

/** A listener that returns `true` or `false` tells its emitter something, which a promise cannot. */
function returnedAnswer(fn: AsyncCapable): string | undefined {
  const call = fn.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  if (!/^(on|once|addListener|addEventListener|click|submit)$/.test(call.expression.name.text)) return undefined;
  let answers = false as boolean;
  visitBody(fn, node => {
    const value = ts.isReturnStatement(node) ? node.expression : undefined;
    answers ||= value?.kind === ts.SyntaxKind.TrueKeyword || value?.kind === ts.SyntaxKind.FalseKeyword;
  });
  return answers
    ? 'The listener answers with `true` or `false`, which a promise cannot; separate the answer from the work first.'
    : undefined;
}
