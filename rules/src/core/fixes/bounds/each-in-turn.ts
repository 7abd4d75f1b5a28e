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
  const isForEach = ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'forEach';
  const [mapped] = call.arguments;
  const outer = isForEach ? call : call.parent;
  const each = eachOf(isForEach ? call : mapped);
  if (
    !each ||
    (!isForEach &&
      (!ts.isAwaitExpression(outer) ||
        !ts.isPropertyAccessExpression(call.expression) ||
        call.expression.name.text !== 'all'))
  )
    return [];
  const statement = outer.parent;
  if (ts.isExpressionStatement(statement)) return fixOf(input, TITLE, statementByLoop(statement, each, 'await '));
  return fixOf(input, TITLE, listByLoop(outer, each, 'await '));
}
