import type { FileFacts, Finding } from './model.js';
import type { FilesPort } from './port.js';

/** Whether an ESLint comment silences a finding. */
export function suppressed(finding: Finding, facts: FileFacts, port: FilesPort): boolean {
  if (facts.suppressions.length === 0) return false;
  const line = lineAt(port.text(finding.file) ?? '', finding.span[0]);
  return facts.suppressions.some(
    ({ from, to, rules }) =>
      line >= from && (to === 0 || line <= to) && (rules.length === 0 || rules.includes(finding.ruleId)),
  );
}

/** Where the lines of the text asked about last begin: questions come file by file. */
let latest: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

/** Line of an offset, from 1; ends of lines as ESLint and TypeScript see them. */
export function lineAt(text: string, offset: number): number {
  if (latest.text !== text) latest = { text, starts: lineStarts(text) };
  const { starts } = latest;
  let low = 0;
  for (let high = starts.length; low < high;) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return starts;
}
