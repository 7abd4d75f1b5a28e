import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, freeName, indented, indentUnit, insertBefore, statementAround } from '../rewriting.js';
import { indentation, lineEnd } from '../statement-end.js';

/**
 * Lets an interval skip a run while the one before still waits. Unlike a loop that arms itself, this
 * keeps the period and the handle, so that whoever clears the interval still does.
 */
export function skipWhileRunning(input: FixInput): readonly Fix[] {
  const { source } = input;
  const call = callAt(source, input.span);
  const callback = call?.arguments?.[0];
  const statement = call && statementAround(call);
  const flag = freeName(source, ['isRunning', 'isBusy', 'isWaiting']);
  if (!callback || !statement || flag === undefined) return [];
  if (!(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) || !ts.isBlock(callback.body)) return [];
  const [first] = callback.body.statements;
  const last = callback.body.statements.at(-1);
  if (!first || !last) return [];
  const { newline, semicolon } = fileStyle(source);
  const outer = indentation(first, source);
  const unit = indentUnit(source);
  const [start, end] = [first.getStart(source), lineEnd(last, source)];
  const line = (code: string): string => `${code}${semicolon}${newline}${outer}`;
  return fixOf(input, 'Skip a run while the one before still waits', [
    insertBefore(statement, `let ${flag} = false`),
    {
      span: [start, start],
      text: `${line(`if (${flag}) return`)}${line(`${flag} = true`)}try {${newline}${outer}${unit}`,
    },
    ...indented(source, start, end),
    {
      span: [end, end],
      text: `${newline}${outer}} finally {${newline}${outer}${unit}${flag} = false${semicolon}${newline}${outer}}`,
    },
  ]);
}
