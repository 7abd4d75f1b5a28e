import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { canAwait } from '../enclosing-function.js';
import type { FixInput } from '../fix-input.js';
import { eachOf, listByLoop, statementByLoop } from '../loop-of.js';
import { fixOf } from '../rewriting.js';

const TITLE = 'One after the other, by `for … of`';

/**
 * `for (const item of items) …` with `await`, in place of `items.forEach(async item => …)` and
 * `await Promise.all(items.map(async item => …))`.
 */
export function eachInTurn(input: FixInput, call: ts.CallExpression): readonly Fix[] {
  if (!canAwait(call)) return [];
  const isForEach = memberOf(call) === 'forEach';
  const outer = isForEach ? call : call.parent;
  const each = eachOf(isForEach ? call : call.arguments[0]);
  const isAwaited = memberOf(call) === 'all' && ts.isAwaitExpression(outer);
  if (!each || each.method === 'filter' || (outer !== call && !isAwaited)) return [];
  const statement = outer.parent;
  if (ts.isExpressionStatement(statement)) return fixOf(input, TITLE, statementByLoop(statement, each, 'await '));
  return fixOf(input, TITLE, listByLoop(isAwaited ? outer : call, each, 'await '));
}

const memberOf = ({ expression }: ts.CallExpression): string | undefined =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
