import type { Finding } from '../core/model.js';
import { applySafeFixes, type FixOutcome } from './fix.js';
import type { PathStyle } from './paths.js';
import { plural } from './plural.js';
import type { Session } from './session.js';
import { printable } from './terminal.js';

/** Fixing one place may allow the next; ESLint stops after as many passes. */
const PASSES = 10;

/**
 * Applies safe fixes until no more are offered, and says in `remarks` what was done. Returns the
 * session of the project as it is then; earlier ones are closed.
 */
export async function fixAll(
  session: Session,
  wanted: (session: Session) => readonly Finding[],
  reopen: () => Promise<Session>,
  shown: PathStyle,
  remarks: string[],
): Promise<Session> {
  const files = new Set<string>();
  let current = session;
  let applied = 0;
  let outcome: FixOutcome | undefined;
  for (let pass = 0; pass < PASSES; pass++) {
    outcome = applySafeFixes(current, wanted(current), shown);
    if (outcome.applied === 0) break;
    applied += outcome.applied;
    for (const file of outcome.files) files.add(file);
    const next = await reopen();
    current.close();
    current = next;
  }
  const done = `Applied ${plural(applied, 'safe fix', 'safe fixes')} in ${plural(files.size, 'file')}.`;
  remarks.push(applied === 0 ? 'No safe fixes to apply.' : done);
  if (outcome !== undefined && outcome.overlapping > 0) {
    remarks.push(`Skipped ${plural(outcome.overlapping, 'fix', 'fixes')} that overlap others; run --fix again.`);
  }
  for (const file of outcome?.changed ?? []) {
    remarks.push(`Left ${printable(shown(file))} alone: it changed during the analysis.`);
  }
  return current;
}
