import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt } from '../call-at.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, functionAround, isPath } from '../rewriting.js';

/** Pauses the stream that chunks come from until the one they go to has room again. */
export function pauseSource(input: FixInput): readonly Fix[] {
  const { source } = input;
  const call = callAt(source, input.span);
  if (!call || !ts.isPropertyAccessExpression(call.expression)) return [];
  const dest = call.expression.expression.getText(source);
  const from = sourceAround(call);
  if (from === undefined || !isPath(from) || !isPath(dest)) return [];
  const { semicolon, quote } = fileStyle(source);
  const [start, end] = [call.getStart(source), call.end];
  const waiting = `{ ${from}.pause()${semicolon || ';'} ${dest}.once(${quote}drain${quote}, () => ${from}.resume())${semicolon} }`;
  const { parent } = call;
  const isBody = ts.isArrowFunction(parent) && parent.body === call;
  if (!isBody && !(ts.isExpressionStatement(parent) && ts.isBlock(parent.parent))) return [];
  const stop = isBody ? end : parent.end;
  return fixOf(input, `Pause \`${from}\` until \`${dest}\` has room`, [
    { span: [start, start], text: `${isBody ? '{ ' : ''}if (!` },
    { span: [end, stop], text: `) ${waiting}${isBody ? ' }' : ''}` },
  ]);
}

/** What the listener around a node was added to, as the code writes it. */
function sourceAround(node: ts.Node): string | undefined {
  const listener = functionAround(node);
  if (ts.isSourceFile(listener)) return undefined;
  const { parent } = listener;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return undefined;
  return parent.expression.expression.getText();
}
