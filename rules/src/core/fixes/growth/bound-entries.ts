import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import { insertIntoTimer } from '../in-timer.js';
import { fixOf, insertBefore, isPath, isTypeScript, statementAround } from '../rewriting.js';

/** Entries that a container is left with; for users to change. */
const MOST = 1000;

/** Drops the oldest entry of a map or set before it gains one too many. */
export function capEntries(input: FixInput): readonly Fix[] {
  const added = additionAt(input);
  const statement = added && statementAround(added.call);
  if (!statement || !isPath(added.container)) return [];
  const { container } = added;
  // Maps and sets list their keys in the order in which they were added.
  const oldest = `${container}.keys().next().value${isTypeScript(input.source) ? '!' : ''}`;
  return fixOf(input, `Drop the oldest of ${MOST} entries`, [
    insertBefore(statement, `if (${container}.size >= ${MOST}) ${container}.delete(${oldest})`),
  ]);
}

/** Removes an entry when the timer fires that gives up on it. */
export function deleteInTimer(input: FixInput): readonly Fix[] {
  const added = additionAt(input);
  if (!added || !isPath(added.container) || !isPath(added.key)) return [];
  return fixOf(input, 'Remove the entry when the timer fires', [
    ...insertIntoTimer(added.call, `${added.container}.delete(${added.key})`),
  ]);
}

/** `container.set(key, value)`, and `container.add(key)`. */
function additionAt({ source, span }: FixInput) {
  const call = callAt(source, span);
  const key = call?.arguments?.[0];
  if (!call || !key || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  return { call, container: call.expression.expression.getText(), key: key.getText() };
}
