import type { AnnotatedTextEdit, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type PositionEncoding, Positions } from '#dist/convert/positions.js';

type AnyEdit = TextEdit | AnnotatedTextEdit | SnippetTextEdit;

/** The edits of one document, whatever form they have. */
export function editsOf({ changes, documentChanges }: WorkspaceEdit, uri: string): readonly AnyEdit[] {
  if (changes) return changes[uri] ?? [];
  return (documentChanges ?? []).flatMap(change =>
    'textDocument' in change && change.textDocument.uri === uri ? change.edits : [],
  );
}

/** A text with edits made as an editor makes them; a place to fill in is left as it is proposed. */
export function applyEdits(text: string, edits: readonly AnyEdit[], encoding: PositionEncoding = 'utf-16'): string {
  const positions = new Positions(text, encoding);
  const sorted = edits
    .map(edit => ({ span: positions.span(edit.range), text: textOf(edit) }))
    .sort((a, b) => a.span[0] - b.span[0]);
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of sorted) {
    if (span[0] < at) throw new Error('edits overlap');
    result += text.slice(at, span[0]) + inserted;
    at = span[1];
  }
  return result + text.slice(at);
}

function textOf(edit: AnyEdit): string {
  if (!('snippet' in edit)) return edit.newText;
  return edit.snippet.value.replaceAll(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1').replaceAll(/\\([\\$}])/g, '$1');
}
