import { ts } from 'ts-morph';
import type { FileBindings } from './file-bindings.js';
import { mention } from '../words.js';

const WANTS_ANSWER = 'uses what the callback returns at once; a promise would always count as true';
const COLLECTS = 'would collect promises instead of values; write a `for … of` loop first';

/** Functions that call a callback before they return, and what a promise would do to them. */
const SYNC_CALLERS: ReadonlyMap<string, string> = new Map([
  ...['filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some', 'every', 'partition'].map(
    name => [name, WANTS_ANSWER] as const,
  ),
  ...['map', 'flatMap', 'from', 'reduce', 'reduceRight', 'mapValues', 'groupBy', 'keyBy', 'sortBy'].map(
    name => [name, COLLECTS] as const,
  ),
  ...['sort', 'toSorted', 'replace', 'replaceAll'].map(
    name => [name, 'needs the callback’s answer at once; compute the answers before the call'] as const,
  ),
  ['forEach', 'does not wait for a promise; write a `for … of` loop first'],
  ...['parse', 'stringify'].map(
    name => [name, 'needs the callback’s answer at once; convert the values before the call'] as const,
  ),
]);

/**
 * Why this use of a function asks for its result at once: the function itself, or a name or member
 * that stands for it. Undefined when the use waits for a promise or hands the function on.
 */
export function syncUseProblem(
  use: ts.Expression | ts.FunctionLikeDeclaration,
  bindings: FileBindings,
  source: ts.SourceFile,
): string | undefined {
  const value = outermost(use);
  const { parent } = value;
  if (ts.isTypeQueryNode(parent))
    return `The type of ${mention(use.getText(source))} is used on ${lineOf(use, source)}; change that first.`;
  if (ts.isJsxOpeningLikeElement(parent)) return 'A component has to render at once; load the data before rendering.';
  if (ts.isTaggedTemplateExpression(parent) && parent.tag === value) return notAwaited(use, source);
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value)
    return memberProblem(parent, use, bindings, source);
  if (ts.isNewExpression(parent)) {
    if (parent.expression === value)
      return `\`new ${use.getText(source)}\` cannot construct an async function; load the data in a factory.`;
    return parent.expression.getText() === 'Promise'
      ? 'An async executor loses its errors; move the call in front of `new Promise`.'
      : undefined;
  }
  if (!ts.isCallExpression(parent)) return undefined;
  if (parent.expression === value) return isWaitedFor(parent) ? undefined : notAwaited(use, source);
  return callbackProblem(parent);
}

function memberProblem(
  member: ts.PropertyAccessExpression,
  use: ts.Node,
  bindings: FileBindings,
  source: ts.SourceFile,
): string | undefined {
  if (member.name.text === 'prototype')
    return `${mention(use.getText(source))} is a constructor function and cannot become async.`;
  if (member.name.text !== 'call' && member.name.text !== 'apply') return undefined;
  return syncUseProblem(member, bindings, source) && notAwaited(use, source);
}

/** Why a function must not be async as the argument of this call. */
function callbackProblem(call: ts.CallExpression): string | undefined {
  const { expression, arguments: args } = call;
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : ts.isIdentifier(expression)
      ? expression.text
      : '';
  if (/^use[A-Z]/.test(name)) return `${mention(name)} runs its callback while rendering and does not wait for it.`;
  const [event] = args;
  if (
    /^(on|once|addListener|prependListener)$/.test(name) &&
    event &&
    ts.isStringLiteralLike(event) &&
    event.text === 'exit'
  ) {
    return 'When `exit` fires nothing asynchronous runs any more; keep the call synchronous.';
  }
  const why = ts.isPropertyAccessExpression(expression) || name === 'partition' ? SYNC_CALLERS.get(name) : undefined;
  return why && `${mention(name)} ${why}.`;
}

const notAwaited = (use: ts.Node, source: ts.SourceFile): string =>
  ts.isFunctionLike(use)
    ? `The function is called on the spot on ${lineOf(use, source)} and its result is used at once; await it there first.`
    : `${mention(use.getText(source))} is called without \`await\` on ${lineOf(use, source)}; make that caller async first.`;

const lineOf = (node: ts.Node, source: ts.SourceFile): string =>
  `line ${String(source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1)}`;

/** True when whoever called gets to wait: `await f()`, or `return f()` of an async function. */
function isWaitedFor(call: ts.CallExpression): boolean {
  const value = outermost(call);
  const { parent } = value;
  if (ts.isAwaitExpression(parent)) return true;
  if (ts.isArrowFunction(parent)) return parent.body === value && isAsync(parent);
  if (!ts.isReturnStatement(parent)) return false;
  for (let node: ts.Node = parent; ; node = node.parent) {
    if (ts.isTryStatement(node) || ts.isSourceFile(node)) return false;
    if (ts.isFunctionLike(node)) return isAsync(node);
  }
}

function isAsync(fn: ts.SignatureDeclaration): boolean {
  return (
    ts.canHaveModifiers(fn) && (ts.getModifiers(fn)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

function outermost(use: ts.Node): ts.Node {
  let value = use;
  while (
    ts.isParenthesizedExpression(value.parent) ||
    ts.isNonNullExpression(value.parent) ||
    ts.isAsExpression(value.parent) ||
    ts.isSatisfiesExpression(value.parent)
  ) {
    value = value.parent;
  }
  return value;
}
