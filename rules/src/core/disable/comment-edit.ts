import type { ts } from 'ts-morph';
import type { Directive } from '../extract/suppressions.js';
import type { Span, TextEdit } from '../model.js';

/** Stands where the person is to say why. */
export const REASON = 'reason';

/** An edit that writes a comment to ESLint. */
export interface CommentEdit extends TextEdit {
  /** Where in the text {@link REASON} stands; absent where a comment with a reason, or none, is extended. */
  readonly reasonAt?: number;
}

/** The text of a comment inside its delimiters: `eslint-disable-line <rule> -- reason`. */
export function commentEdit(
  span: Span,
  before: string,
  kind: Directive['kind'],
  rule: string,
  after: string,
): CommentEdit {
  const start = `${before}${kind} ${rule} -- `;
  return { span, text: `${start}${REASON}${after}`, reasonAt: start.length };
}

/** Adds a rule to those that a comment names already. */
export function extended({ list: [start, end] }: Directive, rule: string, source: ts.SourceFile): CommentEdit {
  const at = start + source.text.slice(start, end).trimEnd().length;
  return { span: [at, at], text: `, ${rule}` };
}

/** Whether a comment names rules; without, it is about all of them. */
export function namesRules({ list }: Directive, source: ts.SourceFile): boolean {
  return source.text.slice(...list).trim() !== '';
}

/** How lines of a file end. */
export function newlineOf(source: ts.SourceFile): string {
  return /\r\n|\n|\r/.exec(source.text)?.[0] ?? '\n';
}
