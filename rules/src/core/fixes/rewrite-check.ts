import { ts } from 'ts-morph';
import type { TextEdit } from '../model.js';
import { mayHoldComment } from './statement-end.js';

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
 * The last look at a rewrite: why it must not be offered, or undefined. No replaced text may hold a
 * comment, and the result must parse as well as the original.
 */
export function rewriteProblem(source: ts.SourceFile, edits: readonly TextEdit[]): string | undefined {
  const { text, fileName } = source;
  if (edits.some(({ span }, at) => span[0] < (edits[at - 1]?.span[1] ?? 0)))
    return 'The changes overlap; make them by hand.';
  if (edits.some(({ span }) => mayHoldComment(text.slice(...span)))) return 'A comment would be lost; move it first.';
  const { parseDiagnostics, scriptKind } = internals(source);
  const after = ts.createSourceFile(fileName, applyEdits(text, edits), ts.ScriptTarget.Latest, false, scriptKind);
  return internals(after).parseDiagnostics.length > parseDiagnostics.length
    ? 'The result would not parse; make the change by hand.'
    : undefined;
}

/** What the parser keeps on a file in fields that the public types leave out. */
interface Internals {
  readonly parseDiagnostics: readonly unknown[];
  readonly scriptKind: ts.ScriptKind;
}

const internals = (source: ts.SourceFile): Internals => source as unknown as Internals;
