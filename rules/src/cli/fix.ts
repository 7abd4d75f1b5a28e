import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Fix, TextEdit } from '../core/model.js';
import { writeAtomically } from './atomic-write.js';
import type { PathStyle } from './paths.js';
import type { Session } from './session.js';

/** What `--fix` did in one pass. */
export interface FixOutcome {
  /** Fixes written, and the files they are in. */
  readonly applied: number;
  readonly files: readonly string[];
  /** Left out because they overlap a fix of the same pass. */
  readonly overlapping: number;
  /** Files that are not what was analysed any more; left alone. */
  readonly changed: readonly string[];
}

/** Applies the first safe fix of each finding, file by file, and skips those that overlap. */
export function applySafeFixes(session: Session, findings: readonly Finding[], shown: PathStyle): FixOutcome {
  const accepted = new Map<string, { fixes: number; edits: TextEdit[] }>();
  let overlapping = 0;
  for (const finding of findings) {
    const fix = session.analysis.fixes(finding).find(({ grade }) => grade === 'safe');
    if (fix === undefined) continue;
    const file = accepted.get(fix.file) ?? { fixes: 0, edits: [] };
    accepted.set(fix.file, file);
    if (overlaps(fix, file.edits)) {
      overlapping++;
    } else {
      file.edits.push(...fix.edits);
      file.fixes++;
    }
  }
  const files: string[] = [];
  const changed: string[] = [];
  let applied = 0;
  for (const [file, { fixes, edits }] of accepted) {
    if (rewrite(session, file, edits, shown)) {
      files.push(file);
      applied += fixes;
    } else {
      changed.push(file);
    }
  }
  return { applied, files, overlapping, changed };
}

/** Applies edits that do not overlap. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    result += text.slice(at, span[0]) + replacement;
    at = span[1];
  }
  return result + text.slice(at);
}

/** Two insertions at one place overlap as well: nobody knows which comes first. */
function overlaps(fix: Fix, edits: readonly TextEdit[]): boolean {
  return fix.edits.some(({ span: [start, end] }) =>
    edits.some(({ span: [from, to] }) => (start < to && from < end) || start === from),
  );
}

function rewrite(session: Session, file: string, edits: readonly TextEdit[], shown: PathStyle): boolean {
  const path = join(session.root, file);
  const analysed = session.text(file);
  const current = readFileSync(path, 'utf8');
  const mark = current.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (analysed === undefined || current.slice(mark.length) !== analysed) return false;
  writeAtomically(path, mark + editText(analysed, edits), shown(file));
  return true;
}
