import { ts } from 'ts-morph';
import type { Fix, TextEdit } from '../../model.js';
import { callAt } from '../call-at.js';
import { canAwait } from '../enclosing-function.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, isPath } from '../rewriting.js';
import { importedName } from '../imported-name.js';

/** Waits until the stream that is written to has room again. */
export function waitForDrain(input: FixInput): readonly Fix[] {
  const call = callAt(input.source, input.span);
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return [];
  if (!canAwait(call)) return [];
  const dest = call.expression.expression.getText();
  const { parent } = call;
  if (!isPath(dest) || !ts.isExpressionStatement(parent)) return [];
  const { quote } = fileStyle(input.source);
  const once = importedName(call, 'node:events', 'once');
  return [
    ...fixOf(input, `Wait until \`${dest}\` has room`, [
      ...once.edits,
      { span: [call.getStart(), call.getStart()], text: 'if (!' },
      { span: [call.end, call.end], text: `) await ${once.name}(${dest}, ${quote}drain${quote})` },
    ]),
    ...copyByPipeline(input, call, dest),
  ];
}

/** `await pipeline(source, dest, { end: false })` in place of a loop that does nothing but copy. */
function copyByPipeline(input: FixInput, call: ts.CallExpression, dest: string): readonly Fix[] {
  const loop = loopAround(call);
  const [chunk, ...more] = call.arguments;
  if (!loop || more.length > 0 || !ts.isVariableDeclarationList(loop.initializer)) return [];
  if (chunk?.getText() !== loop.initializer.declarations[0]?.name.getText()) return [];
  const pipeline = importedName(call, 'node:stream/promises', 'pipeline');
  return fixOf(input, 'Copy by `pipeline`', [
    ...pipeline.edits,
    replaced(loop, `await ${pipeline.name}(${loop.expression.getText()}, ${dest}, { end: false })`),
  ]);
}

/** The `for await` loop of which a call is the whole body. */
function loopAround(call: ts.CallExpression): ts.ForOfStatement | undefined {
  const statement = call.parent;
  const block = statement.parent;
  const loop = ts.isBlock(block) && block.statements.length === 1 ? block.parent : block;
  return ts.isForOfStatement(loop) && loop.awaitModifier ? loop : undefined;
}

function replaced(loop: ts.ForOfStatement, text: string): TextEdit {
  const body = loop.statement;
  const semicolon = /;\s*\}?$/.test(body.getText()) ? ';' : '';
  return { span: [loop.getStart(), loop.end], text: `${text}${semicolon}` };
}

/** `pipeline(source, dest, …)` in place of `source.pipe(dest)`: both are ended when one fails. */
export function pipeByPipeline(input: FixInput): readonly Fix[] {
  const call = callAt(input.source, input.span);
  if (!call || !ts.isPropertyAccessExpression(call.expression) || !ts.isExpressionStatement(call.parent)) return [];
  const [dest, ...more] = call.arguments ?? [];
  const { expression: source } = call.expression;
  if (!dest || more.length > 0 || isPiped(source)) return [];
  const pipeline = importedName(call, 'node:stream', 'pipeline');
  return fixOf(input, 'Pipe by `pipeline`, which hears of errors', [
    ...pipeline.edits,
    { span: [call.getStart(), source.getStart()], text: `${pipeline.name}(` },
    { span: [source.end, dest.getStart()], text: ', ' },
    { span: [dest.end, call.end], text: ', error => { if (error) console.error(error); })' },
  ]);
}

const isPiped = (node: ts.Expression): boolean => /\.pipe\s*\(/.test(node.getText());
