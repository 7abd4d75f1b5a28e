import { ts } from 'ts-morph';
import { directives } from '../extract/suppressions.js';
import { commentEdit, type CommentEdit, extended, namesRules, newlineOf } from './comment-edit.js';
import { innermostNode } from '../extract/innermost-node.js';

/**
 * Silences a rule on one line by ESLint's comment: on a line of its own above, or where that would
 * become part of a text, in front of the expression.
 *
 * @param offset - of the finding
 * @param rule - as ESLint knows it, with the plugin's prefix
 */
export function disableForLine(source: ts.SourceFile, offset: number, rule: string): CommentEdit {
  const { line } = source.getLineAndCharacterOfPosition(offset);
  const known = [...directives(source)].find(
    directive =>
      namesRules(directive, source) &&
      ((directive.kind === 'eslint-disable-next-line' && directive.lastLine === line) ||
        (directive.kind === 'eslint-disable-line' && directive.line === line + 1 && directive.lastLine === line + 1)),
  );
  if (known) return extended(known, rule, source);
  const start = source.getLineStarts()[line] ?? 0;
  const indent = /^[ \t]*/.exec(source.text.slice(start))?.[0] ?? '';
  const end = newlineOf(source);
  switch (surroundings(source, start)) {
    case 'code':
      return commentEdit([start, start], `${indent}// `, 'eslint-disable-next-line', rule, end);
    case 'children':
      return commentEdit([start, start], `${indent}{/* `, 'eslint-disable-next-line', rule, ` */}${end}`);
    case 'text': {
      const at = expressionOn(source, offset, start);
      return commentEdit([at, at], '/* ', 'eslint-disable-line', rule, ' */ ');
    }
  }
}

/** What a line that is put in at an offset would be part of. */
function surroundings(source: ts.SourceFile, offset: number): 'code' | 'children' | 'text' {
  const { node, before } = innermostNode(source, offset);
  if (ts.isJsxText(node)) return isOneText(node, offset) ? 'text' : 'children';
  const isText =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  if (isText && offset > node.getStart(source)) return 'text';
  return isInComment(source, before, offset) ? 'text' : 'code';
}

/** Words before and after that are shown with a space between: a comment would take it out. */
function isOneText(node: ts.JsxText, offset: number): boolean {
  const at = offset - node.pos;
  return node.text.slice(0, at).trim() !== '' && node.text.slice(at).trim() !== '';
}

function isInComment({ text }: ts.SourceFile, from: number, offset: number): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.JSX, text, undefined, from);
  let kind: ts.SyntaxKind;
  do kind = scanner.scan();
  while (scanner.getTokenEnd() <= offset && kind !== ts.SyntaxKind.EndOfFileToken);
  return kind === ts.SyntaxKind.MultiLineCommentTrivia && scanner.getTokenStart() < offset;
}

/** Start of the widest expression around an offset that begins on its line and stands in no text. */
function expressionOn(source: ts.SourceFile, offset: number, lineStart: number): number {
  let { node } = innermostNode(source, offset);
  for (let at = node.parent; isPart(at) && at.getStart(source) >= lineStart; at = at.parent) node = at;
  return node.getStart(source);
}

function isPart(node: ts.Node): boolean {
  return ts.isExpression(node) && !ts.isTemplateExpression(node) && !ts.isJsxElement(node) && !ts.isJsxExpression(node);
}
