import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { callAt, tokenAt } from '../call-at.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, functionAround, insertAhead, isPath } from '../rewriting.js';
import { declareBeside, limitConstant, wordOf } from './limit-names.js';

/** Bytes, or characters, that are gathered at most; for users to change. */
const MOST = '1_000_000';

/** Ends the stream whose chunks are more than they should be. */
export function limitChunks(input: FixInput): readonly Fix[] {
  const addition = additionAt(input);
  const word = addition && wordOf(addition.container);
  if (!addition || word === undefined) return [];
  const limit = limitConstant(input.source, `${word}Size`, MOST);
  const stop = stopAround(addition.node);
  if (!limit || stop === undefined) return [];
  const title = `${stop.does} when there is more than ${MOST}`;
  const { chunk } = addition;
  if (chunk === undefined)
    return fixOf(input, title, [
      limit.edit,
      ...insertAhead(addition.node, `if (${addition.container}.length > ${limit.name}) ${stop.by}`),
    ]);
  // The entries of a list do not tell how large they are.
  const name = `${word.charAt(0).toLowerCase()}${word.slice(1)}Size`;
  const size = declareBeside(addition.node, addition.container, { name, value: '0', isConstant: false });
  if (!size) return [];
  return fixOf(input, title, [
    limit.edit,
    size.edit,
    ...insertAhead(addition.node, `if ((${size.name} += ${chunk}.length) > ${limit.name}) ${stop.by}`),
  ]);
}

interface Addition {
  readonly node: ts.Node;
  readonly container: string;
  /** What a list gains; undefined where text gains it. */
  readonly chunk?: string;
}

function additionAt({ source, span }: FixInput): Addition | undefined {
  const call = callAt(source, span);
  if (call && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'push') {
    const chunk = call.arguments?.[0]?.getText();
    return chunk !== undefined && isPath(chunk)
      ? { node: call, container: call.expression.expression.getText(), chunk }
      : undefined;
  }
  let node = tokenAt(source, span);
  while (!ts.isBinaryExpression(node)) {
    if (ts.isSourceFile(node) || ts.isStatement(node)) return undefined;
    node = node.parent;
  }
  return { node, container: node.left.getText() };
}

/** What stops the stream around a node: its own `destroy`, or an error where the code goes through it in a loop. */
function stopAround(node: ts.Node): { readonly does: string; readonly by: string } | undefined {
  const { quote } = fileStyle(node.getSourceFile());
  for (let at = node.parent; !ts.isSourceFile(at) && !ts.isFunctionLike(at); at = at.parent) {
    if (ts.isForOfStatement(at)) return { does: 'Throw', by: `throw new RangeError(${quote}too large${quote})` };
  }
  const listener = functionAround(node);
  const { parent } = listener;
  if (ts.isSourceFile(listener) || !ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression))
    return undefined;
  const stream = parent.expression.expression.getText();
  return isPath(stream) ? { does: `Destroy \`${stream}\``, by: `${stream}.destroy()` } : undefined;
}
