import { ts } from 'ts-morph';
import type { Fix, TextEdit } from '../../model.js';
import { callAt } from '../call-at.js';
import { fileStyle } from '../file-style.js';
import type { FixInput } from '../fix-input.js';
import { fixOf, indented, indentUnit, isPath, siblingsOf, statementAround } from '../rewriting.js';
import { indentation, lineEnd } from '../statement-end.js';
import { clearOf, holderOf, type HeldTimer } from './clear-timer.js';

/**
 * Moves the clear of a timer into a `finally` around what is awaited meanwhile; around all that
 * follows, where something that is declared there is needed later.
 */
export function clearWhenSettled(input: FixInput, armed: HeldTimer): readonly Fix[] {
  const { source } = input;
  const call = callAt(source, input.span);
  const arming = call && statementAround(call);
  const timer = call && holderOf(call, armed);
  if (!arming || !timer || !isPath(timer.held)) return [];
  const siblings = siblingsOf(arming);
  const from = siblings.indexOf(arming) + 1;
  const at = siblings.findIndex((statement, index) => index > from && isClear(statement, timer));
  if (at < 0) return [];
  const isNeededLater = declaredIn(siblings.slice(from, at)).some(name =>
    siblings.slice(at + 1).some(statement => new RegExp(`\\b${name}\\b`).test(statement.getText(source))),
  );
  const last = isNeededLater ? siblings.at(-1)! : siblings[at - 1]!;
  const moved = removed(input, siblings[at]!);
  const around = wrapped(input, siblings[from]!, last, clearOf(timer));
  const isMoved = ({ span: [start] }: TextEdit): boolean => moved.span[0] < start && start < moved.span[1];
  return fixOf(input, `Clear \`${timer.held}\` in a \`finally\``, [...around.filter(edit => !isMoved(edit)), moved]);
}

function wrapped({ source }: FixInput, first: ts.Statement, last: ts.Statement, clear: string): TextEdit[] {
  const { newline, semicolon } = fileStyle(source);
  const outer = indentation(first, source);
  const unit = indentUnit(source);
  const start = first.getStart(source);
  const end = lineEnd(last, source);
  const closing = `${newline}${outer}} finally {${newline}${outer}${unit}${clear}${semicolon}${newline}${outer}}`;
  return [
    { span: [start, start], text: `try {${newline}${outer}${unit}` },
    ...indented(source, start, end),
    { span: [end, end], text: closing },
  ];
}

/** Takes a statement away with its line. */
function removed({ source }: FixInput, statement: ts.Statement): TextEdit {
  const start = source.text.lastIndexOf('\n', statement.getStart(source));
  return { span: [start, statement.end], text: '' };
}

function isClear(statement: ts.Statement, timer: HeldTimer): boolean {
  return ts.isExpressionStatement(statement) && statement.expression.getText() === clearOf(timer);
}

/** Names that statements declare for those after them. */
function declaredIn(statements: readonly ts.Statement[]): string[] {
  const names: string[] = [];
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.push(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) bind(name);
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      names.push(statement.name?.text ?? '');
  }
  return names.filter(name => name !== '');
}
