import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError, reasonOf } from '../exit.js';

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
 * disk changes nothing; if one cannot be replaced, those before it get their text back.
 *
 * @throws CliError when a file is not what was analysed any more, or cannot be written; then none has changed
 */
export function writeAll(rewrites: readonly Rewrite[]): void {
  const staged: { readonly rewrite: Rewrite; readonly temporary: string }[] = [];
  const replaced: Rewrite[] = [];
  let current = rewrites[0];
  try {
    for (const [index, rewrite] of rewrites.entries()) {
      current = rewrite;
      staged.push({ rewrite, temporary: stage(rewrite, index) });
    }
    for (const { rewrite, temporary } of staged) {
      current = rewrite;
      renameSync(temporary, rewrite.path);
      replaced.push(rewrite);
    }
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    for (const { path, before } of replaced) writeFileSync(path, before);
    if (error instanceof CliError) throw error;
    throw new CliError(`cannot write ${current?.shown ?? ''}: ${reasonOf(error)}; nothing was changed`);
  }
}

function stage({ path, shown, before, after }: Rewrite, index: number): string {
  const text = readFileSync(path, 'utf8');
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (text.slice(mark.length) !== before)
    throw new CliError(`${shown} changed during the analysis; nothing was changed`);
  const temporary = join(dirname(path), `.loopguard-${process.pid}-${index}.tmp`);
  try {
    writeFileSync(temporary, mark + after, { mode: statSync(path).mode });
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}
