import { ts } from 'ts-morph';
import type { Fix } from '../../model.js';
import { tokenAt } from '../call-at.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, insertBefore } from '../rewriting.js';
import { fullError } from './full-error.js';
import { declareBeside, limitConstant, wordOf } from './limit-names.js';

/** Steps that wait behind a promise at most; for users to change. */
const MOST = '1000';

/** Counts the steps that wait behind a promise, and throws when there are too many. */
export function boundTail(input: FixInput): readonly Fix[] {
  const { source } = input;
  const assignment = assignmentAt(input);
  const statement = assignment?.parent;
  if (!assignment || !statement || !ts.isExpressionStatement(statement) || !ts.isBlock(statement.parent)) return [];
  const tail = assignment.left.getText(source);
  const word = wordOf(tail);
  const limit = word === undefined ? undefined : limitConstant(source, `WaitingBehind${word}`, MOST);
  if (word === undefined || !limit) return [];
  const full = fullError(statement, word, limit);
  const count = declareBeside(statement, tail, { name: `waitingBehind${word}`, value: '0', isConstant: false });
  if (!full || !count) return [];
  const { semicolon } = fileStyle(source);
  const { end } = assignment.right;
  return fixOf(input, `Throw \`${full.error}\` when ${MOST} steps wait`, [
    full.edit,
    count.edit,
    insertBefore(statement, `if (${count.name} >= ${limit.name}) ${full.thrown}`),
    insertBefore(statement, `${count.name} += 1`),
    { span: [end, end], text: `.finally(() => { ${count.name} -= 1${semicolon} })` },
  ]);
}

/** `tail = tail.then(…)` */
function assignmentAt({ source, span }: FixInput): ts.BinaryExpression | undefined {
  for (let at = tokenAt(source, span); !ts.isSourceFile(at) && !ts.isFunctionLike(at); at = at.parent) {
    if (ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.EqualsToken) return at;
  }
  return undefined;
}
