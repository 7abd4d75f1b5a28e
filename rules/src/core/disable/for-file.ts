import { ts } from 'ts-morph';
import { directives } from '../extract/suppressions.js';
import { commentEdit, type CommentEdit, extended, namesRules, newlineOf } from './comment-edit.js';

/** What a comment says that is about the file and not about the statement below it. */
const ABOUT_THE_FILE =
  /licen[cs]e|copyright|SPDX-|^\/\*!|^\/\/\/\s*<|@(?:ts-check|ts-nocheck|jsx|flow|format|fileoverview|file\b|module\b|packageDocumentation|jest-|vitest-)|^\/\*\s*(?:eslint|globals?|exported|jshint|istanbul|c8|v8)\b/i;

/**
 * Silences a rule in a whole file by ESLint's comment, below what has to stand first: the `#!` line,
 * the licence, directives such as `'use client'`.
 *
 * @param rule - as ESLint knows it, with the plugin's prefix
 */
export function disableForFile(source: ts.SourceFile, rule: string): CommentEdit {
  const { text } = source;
  const first = source.statements[0]?.getStart(source) ?? text.length;
  const found = [...directives(source)];
  const known = found.find(
    directive => directive.kind === 'eslint-disable' && namesRules(directive, source) && directive.span[0] <= first,
  );
  if (known && !found.some(({ kind }) => kind === 'eslint-enable')) return extended(known, rule, source);
  const newline = newlineOf(source);
  const head = headEnd(source);
  if (head === 0) return commentEdit([0, 0], '/* ', 'eslint-disable', rule, ` */${newline}`);
  const rest = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(head));
  if (!rest) return commentEdit([head, head], `${newline}/* `, 'eslint-disable', rule, ` */${newline}`);
  const at = head + rest[0].length;
  const before = rest[1] === '' ? newline : '';
  return commentEdit([at, at], `${before}/* `, 'eslint-disable', rule, ` */${newline}`);
}

/** Where that ends which has to stand first. */
function headEnd(source: ts.SourceFile): number {
  const { text } = source;
  const isDirective = (statement: ts.Statement): boolean =>
    ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
  const code = source.statements.findIndex(statement => !isDirective(statement));
  const last = (code < 0 ? source.statements : source.statements.slice(0, code)).at(-1);
  if (last) return ts.getTrailingCommentRanges(text, last.end)?.at(-1)?.end ?? last.end;
  const start = ts.getShebang(text)?.length ?? 0;
  return blocks(text, start).findLast(block => isAboutTheFile(text, block))?.end ?? start;
}

interface Block {
  readonly pos: number;
  readonly end: number;
}

/** The comments in front of the first statement; those of `//` that follow each other are one. */
function blocks(text: string, start: number): readonly Block[] {
  const found: Block[] = [];
  let isOpen = false;
  for (const { pos, end, kind } of ts.getLeadingCommentRanges(text, start) ?? []) {
    const isLine = kind === ts.SyntaxKind.SingleLineCommentTrivia;
    const before = found.at(-1);
    if (before && isOpen && isLine && !isBlankLineIn(text.slice(before.end, pos)))
      found[found.length - 1] = { pos: before.pos, end };
    else found.push({ pos, end });
    isOpen = isLine;
  }
  return found;
}

function isAboutTheFile(text: string, { pos, end }: Block): boolean {
  if (ABOUT_THE_FILE.test(text.slice(pos, end))) return true;
  return isBlankLineIn(/^\s*/.exec(text.slice(end))?.[0] ?? '');
}

function isBlankLineIn(space: string): boolean {
  return (space.match(/\r\n|\n|\r/g)?.length ?? 0) > 1;
}
