import { ts } from 'ts-morph';
import type { Fix, TextEdit } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, insertAfter, isPath, statementAround } from '../rewriting.js';

/** How long is waited, in milliseconds; for users to change. */
const LIMIT = '10_000';

/** How a call can be told to give up. */
export interface Limit {
  /** Option for a number of milliseconds, or `signal`. */
  readonly bound: string;
  /** Arguments that may be the options. */
  readonly at: readonly number[];
}

/** Gives a call that waits the option that ends it. */
export function limitWait(input: FixInput, { bound, at }: Limit): readonly Fix[] {
  const call = callAt(input.source, input.span);
  if (!call || bound === '') return [];
  const option = bound === 'signal' ? `signal: AbortSignal.timeout(${LIMIT})` : `${bound}: ${LIMIT}`;
  return fixOf(input, `Give up after ${Number(LIMIT.replace('_', '')) / 1000} seconds`, [
    optionEdit(input, call, at, option),
  ]);
}

/** Adds an option to the options that a call is given, or gives it some. */
function optionEdit(
  { source }: FixInput,
  { arguments: args = ts.factory.createNodeArray() }: ts.CallExpression | ts.NewExpression,
  at: readonly number[],
  option: string,
): TextEdit | undefined {
  if (args.some(ts.isSpreadElement)) return undefined;
  const given = at.map(index => args[index]).find(arg => arg && ts.isObjectLiteralExpression(arg));
  if (given && ts.isObjectLiteralExpression(given)) return propertyEdit(source, given, option);
  // The options come last, but for a callback.
  const last = args.at(-1);
  const isCalledBack = last !== undefined && (ts.isArrowFunction(last) || ts.isFunctionExpression(last));
  const count = isCalledBack ? args.length - 1 : args.length;
  const wanted = at.find(index => index === count) ?? (isCalledBack ? undefined : at.find(index => index > count));
  if (wanted === undefined || count === 0) return undefined;
  const gap = ', undefined'.repeat(wanted - count);
  const end = args[count - 1]!.end;
  return { span: [end, end], text: `${gap}, { ${option} }` };
}

function propertyEdit(source: ts.SourceFile, object: ts.ObjectLiteralExpression, option: string): TextEdit {
  const last = object.properties.at(-1);
  if (!last) return { span: [object.getStart(source), object.end], text: `{ ${option} }` };
  return { span: [last.end, last.end], text: `, ${option}` };
}

/** Ends a request when its `timeout` event fires. */
export function hearTimeout(input: FixInput): readonly Fix[] {
  const call = callAt(input.source, input.span);
  const declaration = call?.parent;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !isPath(declaration.name.getText())) return [];
  const name = declaration.name.getText();
  const statement = statementAround(call);
  const quote = /'/.test(input.text) ? "'" : '"';
  const heard = `${name}.on(${quote}timeout${quote}, () => ${name}.destroy(new Error(${quote}timed out${quote})))`;
  return fixOf(input, 'End the request on `timeout`', [statement && insertAfter(statement, heard)]);
}
