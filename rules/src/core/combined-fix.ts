import type { CombinedFix } from './analysis.js';
import { PieceText } from './fixes/piece-text.js';
import type { Finding, Fix } from './model.js';
import { fixesOf } from './fixes-of.js';
import type { Origin } from './told-routes.js';

/**
 * Makes the fixes of several findings of one file one after the other, each from the text that the
 * ones before it left: so imports are merged, and what the last of them makes unused goes.
 */
export function combinedFix(
  findings: readonly Finding[],
  text: string,
  origins: Pick<WeakMap<Finding, Origin>, 'get'>,
  isWanted: (fix: Fix) => boolean,
): CombinedFix {
  const pieces = new PieceText(text);
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const origin = origins.get(finding);
    const span = pieces.spanNow(finding.span);
    if (!origin || !span) continue;
    const fix = fixesOf(origin, pieces.text, finding.file, span).find(isWanted);
    if (!fix) continue;
    pieces.apply(fix.edits);
    fixed.push(finding);
  }
  return { edits: pieces.edits(), fixed };
}
