import { ts } from 'ts-morph';
import type { Fix, TextEdit } from '../model.js';
import { fileStyle } from './file-style.js';
import type { FixInput } from './fix-input.js';
import { joinEdits } from './join-edits.js';
import { rewriteProblem } from './rewrite-check.js';
import { indentation, lineEnd } from './statement-end.js';

/** A function whose body is a list of statements, or one expression. */
export type Callback = ts.ArrowFunction | ts.FunctionExpression;

/**
 * The fix that some edits make, or none: where a recipe gave up (`undefined` among the edits), where a
 * comment would be lost, or where the result would not parse.
 */
export function fixOf(
  { source, file }: FixInput,
  title: string,
  edits: readonly (TextEdit | undefined)[],
): readonly Fix[] {
  const whole = edits.filter(edit => edit !== undefined);
  if (whole.length < edits.length || whole.length === 0) return [];
  const joined = joinEdits(whole);
  return rewriteProblem(source, joined) === undefined ? [{ title, grade: 'review', file, edits: joined }] : [];
}

/** The nearest statement around a node that stands in a list of statements; undefined below `if (…)` without braces and the like. */
export function statementAround(node: ts.Node): ts.Statement | undefined {
  let at = node;
  while (!ts.isStatement(at) || ts.isBlock(at)) {
    // An initialiser of a field runs with the constructor, not where it stands.
    if (ts.isFunctionLike(at) || ts.isClassElement(at) || ts.isSourceFile(at)) return undefined;
    at = at.parent;
  }
  return isList(at.parent) ? at : undefined;
}

function isList(node: ts.Node): node is ts.Block | ts.SourceFile {
  return ts.isBlock(node) || ts.isSourceFile(node);
}

/** Statements of the list in which one stands. */
export function siblingsOf(statement: ts.Statement): readonly ts.Statement[] {
  return isList(statement.parent) ? [...statement.parent.statements] : [];
}

/** Puts a statement, written without its semicolon, on a line before another. */
export function insertBefore(statement: ts.Statement, written: string): TextEdit {
  const source = statement.getSourceFile();
  const at = statement.getStart(source);
  const { semicolon } = fileStyle(source);
  return { span: [at, at], text: `${ended(written, semicolon)}${lineBreak(statement, source)}` };
}

/** Puts a statement, written without its semicolon, on a line behind another. */
export function insertAfter(statement: ts.Statement, written: string): TextEdit {
  const source = statement.getSourceFile();
  const at = lineEnd(statement, source);
  const { semicolon, newline } = fileStyle(source);
  return { span: [at, at], text: `${newline}${indentation(statement, source)}${ended(written, semicolon)}` };
}

/** Puts a statement first in a body; behind `super(…)` where there is one. */
export function insertFirst(body: ts.Block, written: string): TextEdit {
  const source = body.getSourceFile();
  const { semicolon, newline } = fileStyle(source);
  const [first] = body.statements;
  if (first && isSuperCall(first)) return insertAfter(first, written);
  if (first) return insertBefore(first, written);
  const outer = indentation(body, source);
  const text = `${newline}${outer}${indentUnit(source)}${ended(written, semicolon)}${newline}${outer}`;
  return { span: [body.getStart(source) + 1, body.end - 1], text };
}

/** Makes a statement the first of a callback; an expression that was its body becomes the second. */
export function insertIntoCallback(fn: Callback, written: string): TextEdit[] {
  if (ts.isBlock(fn.body)) return [insertFirst(fn.body, written)];
  const source = fn.getSourceFile();
  const { semicolon, newline } = fileStyle(source);
  const outer = indentation(fn.body, source);
  const inner = `${newline}${outer}${indentUnit(source)}`;
  const [start, end] = [fn.body.getStart(source), fn.body.end];
  return [
    { span: [start, start], text: `{${inner}${ended(written, semicolon)}${inner}` },
    { span: [end, end], text: `${semicolon}${newline}${outer}}` },
  ];
}

/**
 * Puts a statement before the one that holds a node: also first in the arrow function that is nothing but
 * the node, and in a block of its own behind an `if` or `else` without braces.
 */
export function insertAhead(node: ts.Node, written: string): readonly (TextEdit | undefined)[] {
  const { parent } = node;
  if (ts.isArrowFunction(parent) && parent.body === node) return insertIntoCallback(parent, written);
  const statement = statementAround(node);
  if (statement) return [insertBefore(statement, written)];
  if (!ts.isExpressionStatement(parent) || !ts.isIfStatement(parent.parent)) return [undefined];
  const source = node.getSourceFile();
  const { semicolon, newline } = fileStyle(source);
  const inner = `${newline}${indentationAhead(node)}`;
  const [start, end] = [parent.getStart(source), parent.end];
  return [
    { span: [start, start], text: `{${inner}${ended(written, semicolon)}${inner}` },
    { span: [end, end], text: `${newline}${indentation(parent.parent, source)}}` },
  ];
}

/** What {@link insertAhead} indents a statement by. */
export function indentationAhead(node: ts.Node): string {
  const source = node.getSourceFile();
  const statement = statementAround(node);
  if (statement) return indentation(statement, source);
  return indentation(ts.isArrowFunction(node.parent) ? node : node.parent.parent, source) + indentUnit(source);
}

/** What a line is indented by, as the file does it first. */
export function indentUnit({ text }: ts.SourceFile): string {
  return /^(?:\t| {2,8})(?=[^\s*])/m.exec(text)?.[0] ?? '  ';
}

/** Indents the lines that begin in some text, but for those inside of template literals. */
export function indented(source: ts.SourceFile, start: number, end: number): TextEdit[] {
  const unit = indentUnit(source);
  const templates: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateLiteralToken(node) || ts.isNoSubstitutionTemplateLiteral(node))
      templates.push([node.getStart(source), node.end]);
    if (node.pos < end && node.end > start) ts.forEachChild(node, visit);
  };
  visit(source);
  return [...source.text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)]
    .map(({ index }) => start + index + 1)
    .filter(at => !templates.some(([from, to]) => from < at && at < to))
    .map(at => ({ span: [at, at], text: unit }));
}

/** A name that nothing in the file has: the first wish that is free. */
export function freeName({ text }: ts.SourceFile, wishes: readonly string[]): string | undefined {
  return wishes.find(name => !new RegExp(`\\b${name}\\b`).test(text));
}

export function isTypeScript({ fileName }: ts.SourceFile): boolean {
  return /\.[cm]?tsx?$/.test(fileName);
}

/** Whether some code is a path of names: `timer`, `this.#timer`, `state.timer`. */
export function isPath(code: string): boolean {
  return /^[\w$]+(?:\.#?[\w$]+)*$/.test(code);
}

const isSuperCall = (statement: ts.Statement): boolean =>
  ts.isExpressionStatement(statement) && /^super\b/.test(statement.getText());

const ended = (written: string, semicolon: string): string =>
  written.endsWith('}') ? written : `${written}${semicolon}`;

/** `{ done(); }` stays on its line. */
function lineBreak(statement: ts.Statement, source: ts.SourceFile): string {
  const { parent } = statement;
  const isOnOneLine = ts.isBlock(parent) && !/\n/.test(parent.getText(source));
  return isOnOneLine ? ' ' : `${fileStyle(source).newline}${indentation(statement, source)}`;
}

/** The first node in the tree below, in the order of the text, that fulfils a condition. */
export function findBelow<N extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is N): N | undefined {
  return ts.forEachChild(node, child => (is(child) ? child : findBelow(child, is)));
}

/** The function around a node, or the file. */
export function functionAround(node: ts.Node): ts.FunctionLikeDeclaration | ts.SourceFile {
  let at = node.parent;
  while (!(ts.isFunctionLike(at) && 'body' in at) && !ts.isSourceFile(at)) at = at.parent;
  return at;
}

/** The class around a node, with the method of a name that has a body. */
export function methodBeside(node: ts.Node, name: string): ts.Block | undefined {
  let at = node;
  while (!ts.isClassLike(at)) {
    if (ts.isSourceFile(at)) return undefined;
    at = at.parent;
  }
  const method = at.members.find(
    (member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member) && member.name.getText() === name,
  );
  return method?.body;
}
