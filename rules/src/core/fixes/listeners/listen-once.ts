import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import { fixOf } from '../rewriting.js';

/** Lets a listener go after the first event. */
export function listenOnce(input: FixInput): readonly Fix[] {
  const { source } = input;
  const call = callAt(source, input.span);
  if (!call || !ts.isPropertyAccessExpression(call.expression)) return [];
  const { name } = call.expression;
  const title = 'Listen to the first event only';
  if (name.text === 'on' || name.text === 'addListener')
    return fixOf(input, title, [{ span: [name.getStart(source), name.end], text: 'once' }]);
  const last = call.arguments?.[1];
  if (name.text !== 'addEventListener' || !last || call.arguments.length > 2) return [];
  return fixOf(input, title, [{ span: [last.end, last.end], text: ', { once: true }' }]);
}
