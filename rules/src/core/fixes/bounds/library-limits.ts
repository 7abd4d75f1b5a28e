import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import { canAwait } from '../enclosing-function.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, insertAhead } from '../rewriting.js';
import { limitConstant, wordOf } from './limit-names.js';

/** Jobs that wait at most, and values that are kept; for users to change. */
const MOST = '1000';

/**
 * Waits until a library's queue has room.
 * @param room - its method that promises as much; where it has none there is nothing to wait for
 */
export function waitForQueue(input: FixInput, room: string | undefined): readonly Fix[] {
  const call = callAt(input.source, input.span);
  if (!call || !ts.isPropertyAccessExpression(call.expression) || room === undefined) return [];
  const queue = call.expression.expression.getText();
  const word = wordOf(queue);
  const limit = word === undefined ? undefined : limitConstant(input.source, word, MOST);
  if (!limit || !canAwait(call)) return [];
  return fixOf(input, `Wait for room at ${MOST} jobs`, [
    limit.edit,
    ...insertAhead(call, `await ${queue}.${room}(${limit.name})`),
  ]);
}

/** Keeps only the last values for those who subscribe later. */
export function limitReplay(input: FixInput): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const limit = limitConstant(input.source, 'ReplayedValues', MOST);
  if (!call?.arguments || call.arguments.length > 0 || !limit) return [];
  const at = call.end - 1;
  return fixOf(input, `Keep the last ${MOST} values`, [limit.edit, { span: [at, at], text: limit.name }]);
}
