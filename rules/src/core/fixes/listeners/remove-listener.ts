import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import { insertIntoTimer } from '../in-timer.js';
import { fixOf, functionAround, insertFirst, isPath, methodBeside } from '../rewriting.js';

/** What takes back what a method adds. */
const REMOVES: Readonly<Record<string, string>> = {
  on: 'off',
  once: 'off',
  addListener: 'removeListener',
  prependListener: 'removeListener',
  addEventListener: 'removeEventListener',
};

/** Removes a listener in the method that ends the instance. */
export function removeAtEnd(input: FixInput, ending: string): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const body = call && methodBeside(call, ending);
  const removal = call && throughThis(call, removalOf(call));
  // Names of the method that registers mean nothing in the one that ends.
  if (!body || removal === undefined || !/^this\.[^(]*\(['"`][^'"`]*['"`], this\./.test(removal)) return [];
  return fixOf(input, `Remove the listener in \`${ending}\``, [insertFirst(body, removal)]);
}

/** Removes a listener when the timer fires that gives up waiting for it. */
export function removeInTimer(input: FixInput): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const removal = call && removalOf(call);
  if (!call || removal === undefined) return [];
  return fixOf(input, 'Remove the listener when the timer fires', [...insertIntoTimer(call, removal)]);
}

/** Names the event in a removal that was listened to. */
export function removeForEvent(input: FixInput, event: string): readonly Fix[] {
  const name = callAt(input.source, input.span)?.arguments?.[0];
  if (!name || !ts.isStringLiteralLike(name) || event === '') return [];
  const start = name.getStart(input.source);
  const quote = input.text[start]!;
  return fixOf(input, `Remove the listener of \`${event}\``, [
    { span: [start, name.end], text: quote + event + quote },
  ]);
}

/** The call that takes back what a call registers; undefined where its function has no name. */
function removalOf(call: ts.CallExpression | ts.NewExpression): string | undefined {
  const { expression: callee, arguments: [event, listener, options] = [] } = call;
  if (!ts.isPropertyAccessExpression(callee) || !event || !listener) return undefined;
  const method = REMOVES[callee.name.text];
  if (method === undefined || !isPath(listener.getText())) return undefined;
  const given = [event, listener, ...(options ? [options] : [])].map(arg => arg.getText());
  return `${callee.expression.getText()}.${method}(${given.join(', ')})`;
}

/** A parameter that the constructor makes a field is named as one. */
function throughThis(call: ts.Node, removal: string | undefined): string | undefined {
  const around = functionAround(call);
  const [root = ''] = removal === undefined ? [] : /^[\w$]+/.exec(removal)!;
  const isField =
    ts.isConstructorDeclaration(around) &&
    around.parameters.some(param => ts.isParameterPropertyDeclaration(param, around) && param.name.getText() === root);
  return isField ? `this.${removal}` : removal;
}
