import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, isPath, siblingsOf, statementAround } from '../rewriting.js';
import { clearOf, type HeldTimer } from './clear-timer.js';

/** Starts a timeout again instead of making it anew; makes it where there is none. */
export function refreshTimer(input: FixInput, timer: HeldTimer): readonly Fix[] {
  const { source } = input;
  const call = callAt(source, input.span);
  const arming = call && statementAround(call);
  if (!arming || !isPath(timer.held)) return [];
  const siblings = siblingsOf(arming);
  const clearing = siblings[siblings.indexOf(arming) - 1];
  const { semicolon } = fileStyle(source);
  if (clearing?.getText(source).replace(/;$/, '') !== clearOf(timer)) return [];
  const start = arming.getStart(source);
  return fixOf(input, `Start \`${timer.held}\` again with \`refresh\``, [
    {
      span: [clearing.getStart(source), clearing.end],
      text: `if (${timer.held}) ${timer.held}.refresh()${semicolon}`,
    },
    { span: [start, start], text: 'else ' },
  ]);
}
