import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';

/** The text with the edits made. They are sorted and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of edits) {
    result += text.slice(at, span[0]) + inserted;
    at = span[1];
  }
  return result + text.slice(at);
}

/**
 * The last look at a rewrite: why it must not be offered, or undefined. It parses the result and
 * compares syntax errors and comments with those of the original.
 */
export function rewriteProblem(source: ts.SourceFile, edits: readonly TextEdit[]): string | undefined {
  const overlap = edits.some((edit, at) => edit.span[0] < (edits[at - 1]?.span[1] ?? 0));
  if (overlap) return 'The changes overlap; make them by hand.';
  const after = ts.createSourceFile(source.fileName, applyEdits(source.text, edits), ts.ScriptTarget.Latest, true);
  if (syntaxErrors(after) > syntaxErrors(source)) return 'The result would not parse; make the change by hand.';
  return sortedComments(after) === originalComments(source) ? undefined : 'A comment would be lost; move it first.';
}

const sortedComments = (source: ts.SourceFile): string => commentsOf(source).sort().join('\n');

const originals = new WeakMap<ts.SourceFile, string>();

function originalComments(source: ts.SourceFile): string {
  let comments = originals.get(source);
  if (comments === undefined) originals.set(source, (comments = sortedComments(source)));
  return comments;
}

/** The parser keeps its errors on the file, in a field that the public types leave out. */
function syntaxErrors(source: ts.SourceFile): number {
  return (source as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics.length;
}

/** Texts of all comments of a file, in order. */
export function commentsOf(source: ts.SourceFile): string[] {
  const { text } = source;
  const found = new Map<number, string>();
  const collect = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) found.set(pos, text.slice(pos, end));
  };
  const pending: ts.Node[] = [source];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isJSDoc(node)) continue;
    if (node.kind >= ts.SyntaxKind.FirstToken && node.kind <= ts.SyntaxKind.LastToken) {
      if (node.kind === ts.SyntaxKind.JsxText) continue;
      collect(ts.getLeadingCommentRanges(text, node.pos));
      collect(ts.getTrailingCommentRanges(text, node.end));
    } else pending.push(...node.getChildren(source));
  }
  return [...found].sort(([a], [b]) => a - b).map(([, comment]) => comment);
}
