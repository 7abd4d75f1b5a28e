import type { TextEdit } from '../model.js';

/** Sorted, with edits that touch made one, so that every tool applies them alike. */
export function joinEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    const last = result.at(-1);
    if (last?.span[1] === edit.span[0])
      result[result.length - 1] = { span: [last.span[0], edit.span[1]], text: last.text + edit.text };
    else result.push(edit);
  }
  return result;
}
