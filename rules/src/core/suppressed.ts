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

/** Line of an offset, from 1; ends of lines as ESLint and TypeScript see them. */
export function lineAt(text: string, offset: number): number {
  return 1 + [...text.slice(0, offset).matchAll(/\r\n|[\n\r\u2028\u2029]/g)].length;
}
