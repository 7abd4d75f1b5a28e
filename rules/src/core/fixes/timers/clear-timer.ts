import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import {
  findBelow,
  fixOf,
  functionAround,
  insertBefore,
  insertFirst,
  isPath,
  methodBeside,
  statementAround,
} from '../rewriting.js';

/** A timer as recipes need it. */
export interface HeldTimer {
  readonly isInterval: boolean;
  /** What holds it, as the code writes it. */
  readonly held: string;
}

export const clearOf = ({ isInterval, held }: HeldTimer): string =>
  `${isInterval ? 'clearInterval' : 'clearTimeout'}(${held})`;

/** What holds a timer: the constant that it is declared as, or what the analysis calls it. */
export function holderOf(call: ts.Node, { isInterval, held }: HeldTimer): HeldTimer {
  const { parent } = call;
  return { isInterval, held: ts.isVariableDeclaration(parent) ? parent.name.getText() : held };
}

/** Clears a timer before its place is given another. */
export function clearBefore(input: FixInput, timer: HeldTimer): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const statement = call && statementAround(call);
  if (!statement || !isPath(timer.held)) return [];
  // Runs that overlap share the place: whoever clears it at the end would lose the other's timer.
  if (functionAround(call).getText().includes(clearOf(timer))) return [];
  return fixOf(input, `Clear \`${timer.held}\` first`, [insertBefore(statement, clearOf(timer))]);
}

/** Clears a timer that a field holds in the method that ends the instance. */
export function clearAtEnd(input: FixInput, timer: HeldTimer, ending: string): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const body = call && methodBeside(call, ending);
  if (!body || !/^this\.#?[\w$]+$/.test(timer.held)) return [];
  return fixOf(input, `Clear \`${timer.held}\` in \`${ending}\``, [insertFirst(body, clearOf(timer))]);
}

/** Clears a timer in the listener of an event that leaves it armed. */
export function clearInListener(input: FixInput, armed: HeldTimer, event: string): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const listener = call && listenerOf(functionAround(call), event);
  const timer = call && holderOf(call, armed);
  if (!listener || !timer || !isPath(timer.held)) return [];
  return fixOf(input, `Clear \`${timer.held}\` on \`${event}\` too`, [insertFirst(listener, clearOf(timer))]);
}

/** Clears the timer that is held in another place than the one that the code clears. */
export function clearOther(input: FixInput, held: string): readonly Fix[] {
  const argument = callAt(input.source, input.span)?.arguments?.[0];
  if (!argument || !isPath(held)) return [];
  return fixOf(input, `Clear \`${held}\``, [{ span: [argument.getStart(input.source), argument.end], text: held }]);
}

/** The body of the function that is registered for an event somewhere below a node. */
function listenerOf(around: ts.Node, event: string): ts.Block | undefined {
  const registration = findBelow(around, (node): node is ts.CallExpression => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const [name, listener] = node.arguments;
    const isNamed = name !== undefined && ts.isStringLiteralLike(name) && name.text === event;
    return isNamed && listener !== undefined && REGISTERS.has(node.expression.name.text) && isInline(listener);
  });
  const listener = registration?.arguments[1];
  return listener && isInline(listener) && ts.isBlock(listener.body) ? listener.body : undefined;
}

const REGISTERS = new Set(['on', 'once', 'addListener', 'addEventListener']);

const isInline = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node);
