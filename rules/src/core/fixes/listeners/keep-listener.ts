import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import { findBelow, fixOf, freeName, insertBefore, isTypeScript, statementAround } from '../rewriting.js';

const ADDS = new Set(['on', 'once', 'addListener', 'addEventListener']);

/** Gives a listener a name where it is added, and removes it by that name. */
export function keepListener(input: FixInput): readonly Fix[] {
  const { source } = input;
  const removal = callAt(source, input.span);
  const registration = removal && registrationOf(removal);
  const statement = registration && statementAround(registration);
  const listener = registration?.arguments[1];
  const removed = removal?.arguments?.[1];
  if (!registration || !statement || !listener || !removed || !isVisible(statement, removal)) return [];
  const event = registration.arguments[0]!.getText()
    .slice(1, -1)
    .replaceAll(/[^\w$]+(\w?)/g, (_, next: string) => next.toUpperCase());
  const word = event.charAt(0).toUpperCase() + event.slice(1);
  const name = freeName(source, [`on${word}`, `handle${word}`, `${event}Listener`]);
  if (name === undefined || isTypedByContext(listener)) return [];
  return fixOf(input, `Keep the listener in \`${name}\``, [
    insertBefore(statement, `const ${name} = ${listener.getText(source)}`),
    { span: [listener.getStart(source), listener.end], text: name },
    { span: [removed.getStart(source), removed.end], text: name },
  ]);
}

/** The call before a removal that adds a function to the same target for the same event. */
function registrationOf(removal: ts.CallExpression | ts.NewExpression): ts.CallExpression | undefined {
  const { expression: callee, arguments: [event] = [] } = removal;
  if (!ts.isPropertyAccessExpression(callee) || !event || !ts.isStringLiteralLike(event)) return undefined;
  const target = callee.expression.getText();
  return findBelow(removal.getSourceFile(), (node): node is ts.CallExpression => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const { expression, name } = node.expression;
    const [named] = node.arguments;
    const isSame = named !== undefined && ts.isStringLiteralLike(named) && named.text === event.text;
    return (
      isSame &&
      ADDS.has(name.text) &&
      expression.getText() === target &&
      node.end < removal.pos &&
      isVisibleFrom(node, removal)
    );
  });
}

function isVisibleFrom(node: ts.Node, from: ts.Node): boolean {
  const statement = statementAround(node);
  return statement !== undefined && isVisible(statement, from);
}

/** Whether what a statement's list declares can be named at a node. */
function isVisible(statement: ts.Statement, from: ts.Node): boolean {
  return statement.parent.pos <= from.pos && from.end <= statement.parent.end;
}

/** Whether parameters get their types from the call that the function is handed to. */
function isTypedByContext(listener: ts.Expression): boolean {
  const isFunction = ts.isArrowFunction(listener) || ts.isFunctionExpression(listener);
  return isFunction && isTypeScript(listener.getSourceFile()) && listener.parameters.some(({ type }) => !type);
}
