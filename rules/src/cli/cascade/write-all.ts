import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError, reasonOf } from '../exit.js';
import { removeJournal, writeJournal } from './journal.js';

/** A file with the text that it had and gets. */
export interface Rewrite {
  /** Absolute. */
  readonly path: string;
  /** As messages say it. */
  readonly shown: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Replaces files together: all texts are written beside their targets before the first takes its place, so that a full
 * disk changes nothing; if one cannot be replaced, those before it get their text back. If the process is killed, the
 * journal in `root` tells the next run what is left to do.
 *
 * @throws CliError when a file is not what was analysed any more, or cannot be written; then none has changed
 */
export function writeAll(rewrites: readonly Rewrite[], root: string): void {
  const staged = rewrites.map((rewrite, index) => ({
    rewrite,
    path: rewrite.path,
    temporary: temporaryOf(rewrite, index),
  }));
  const replaced: Rewrite[] = [];
  let current: Rewrite | undefined;
  try {
    writeJournal(root, false, staged);
    for (const { rewrite, temporary } of staged) {
      current = rewrite;
      stage(rewrite, temporary);
    }
    writeJournal(root, true, staged);
    for (const { rewrite, temporary } of staged) {
      current = rewrite;
      renameSync(temporary, rewrite.path);
      replaced.push(rewrite);
    }
    removeJournal(root);
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    for (const { path, before } of replaced) writeFileSync(path, before);
    removeJournal(root);
    if (error instanceof CliError) throw error;
    throw new CliError(`cannot write ${current?.shown ?? 'into the project'}: ${reasonOf(error)}; nothing was changed`);
  }
}

const temporaryOf = ({ path }: Rewrite, index: number): string =>
  join(dirname(path), `.loopguard-${String(process.pid)}-${String(index)}.tmp`);

function stage({ path, shown, before, after }: Rewrite, temporary: string): void {
  const text = readFileSync(path, 'utf8');
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (text.slice(mark.length) !== before)
    throw new CliError(`${shown} changed during the analysis; nothing was changed`);
  writeFileSync(temporary, mark + after, { mode: statSync(path).mode });
}
