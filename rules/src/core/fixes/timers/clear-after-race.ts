import { ts } from 'ts-morph';
import type { Fix, TextEdit } from '../../model.js';
import { callAt } from '../call-at.js';
import type { FixInput } from '../fix-input.js';
import {
  findBelow,
  fixOf,
  freeName,
  functionAround,
  insertBefore,
  isTypeScript,
  statementAround,
} from '../rewriting.js';

/** Keeps the handle of a race's timeout, and clears it when the race is over. */
export function clearAfterRace(input: FixInput): readonly Fix[] {
  const { source } = input;
  const call = callAt(source, input.span);
  const promise = call && promiseAround(call);
  const name = freeName(source, ['timer', 'timeout', 'deadline']);
  const statement = promise && statementAround(promise);
  if (!call || !statement || name === undefined) return [];
  const race = findBelow(functionAround(promise), isRace);
  if (!race) return [];
  const declared = isTypeScript(source) ? `let ${name}: ReturnType<typeof setTimeout> | undefined` : `let ${name}`;
  return fixOf(input, 'Clear the timer when the race is over', [
    insertBefore(statement, declared),
    ...kept(source, call, name),
    { span: [race.end, race.end], text: `.finally(() => clearTimeout(${name}))` },
  ]);
}

/** The promise in whose executor a call stands directly. */
function promiseAround(call: ts.Node): ts.NewExpression | undefined {
  const executor = functionAround(call);
  if (ts.isSourceFile(executor)) return undefined;
  const { parent } = executor;
  return ts.isNewExpression(parent) && parent.expression.getText() === 'Promise' ? parent : undefined;
}

function isRace(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'Promise.race';
}

/** `setTimeout(…)` becomes `timer = setTimeout(…)`; as a body of its own, a block. */
function kept(source: ts.SourceFile, call: ts.Node, name: string): (TextEdit | undefined)[] {
  const start = call.getStart(source);
  if (ts.isExpressionStatement(call.parent)) return [{ span: [start, start], text: `${name} = ` }];
  if (!ts.isArrowFunction(call.parent) || call.parent.body !== call) return [undefined];
  return [
    { span: [start, start], text: `{ ${name} = ` },
    { span: [call.end, call.end], text: '; }' },
  ];
}
