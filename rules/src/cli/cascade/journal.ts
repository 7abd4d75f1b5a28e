import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { CliError, reasonOf } from '../exit.js';

const NAME = '.loopguard-unfinished.json';
/** While it is written. */
const UNREADY = `${NAME}.tmp`;
/** What new texts are called until they take the place of their files. */
const TEMPORARY = /^\.loopguard-\d+-\d+\.tmp$/;

/** A new text, and the file that it replaces, as absolute paths. */
export interface Replacement {
  readonly temporary: string;
  readonly path: string;
}

interface Journal {
  /** All new texts are written, and the first may have taken its place. */
  readonly isReady: boolean;
  /** Relative to the root. */
  readonly files: readonly Replacement[];
}

/** Says in the root what is about to be replaced, so that the next run can tidy up after one that was killed. */
export function writeJournal(root: string, isReady: boolean, files: readonly Replacement[]): void {
  const portable = (path: string): string => relative(root, path).split(sep).join('/');
  const journal: Journal = {
    isReady,
    files: files.map(({ temporary, path }) => ({ temporary: portable(temporary), path: portable(path) })),
  };
  writeFileSync(join(root, UNREADY), JSON.stringify(journal));
  renameSync(join(root, UNREADY), join(root, NAME));
}

export function removeJournal(root: string): void {
  for (const name of [NAME, UNREADY]) rmSync(join(root, name), { force: true });
}

/**
 * Ends what a run that was killed had begun: files are all replaced where all new texts were there, and none otherwise.
 * Gives how many it replaced.
 *
 * @throws CliError when it cannot
 */
export function finishJournal(root: string, isDryRun: boolean): number {
  if (!existsSync(join(root, NAME))) {
    if (!isDryRun) removeJournal(root);
    return 0;
  }
  if (isDryRun)
    throw new CliError('an earlier run was killed while it replaced files; run without --dry-run once to finish that');
  try {
    const { isReady, files } = readJournal(root);
    const left = files.map(({ temporary, path }) => [join(root, temporary), join(root, path)] as const);
    const waiting = left.filter(([temporary]) => existsSync(temporary));
    for (const [temporary, path] of waiting) {
      if (isReady) renameSync(temporary, path);
      else rmSync(temporary);
    }
    removeJournal(root);
    return isReady ? waiting.length : 0;
  } catch (error) {
    throw new CliError(`cannot finish what ${NAME} says an earlier run had begun: ${reasonOf(error)}`);
  }
}

/** Its names are checked: whoever wrote a repository may have written a journal, too. */
function readJournal(root: string): Journal {
  const journal = JSON.parse(readFileSync(join(root, NAME), 'utf8')) as Partial<Journal>;
  const files = Array.isArray(journal.files) ? (journal.files as readonly Partial<Replacement>[]) : [];
  return { isReady: journal.isReady === true, files: files.map(checked) };
}

function checked({ temporary, path }: Partial<Replacement>): Replacement {
  const isOwn =
    typeof temporary === 'string' &&
    typeof path === 'string' &&
    !isAbsolute(path) &&
    !posix.normalize(path).startsWith('..') &&
    TEMPORARY.test(posix.basename(temporary)) &&
    dirname(temporary) === dirname(path);
  if (!isOwn) throw new Error('it names files that no run would have written');
  return { temporary, path };
}
