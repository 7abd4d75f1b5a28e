import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError, reasonOf } from './exit.js';

/**
 * Replaces a file as a whole, so that nobody ever reads half of it: written beside the target, then
 * renamed. Links are followed, the mode is kept, missing folders are made.
 *
 * @throws CliError naming the file as `shown`
 */
export function writeAtomically(path: string, content: string, shown: string): void {
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const target = existing(path);
    if (target?.regular === false) {
      // `/dev/stdout` and the like are written to, not replaced.
      writeFileSync(path, content);
      return;
    }
    temporary = join(dirname(target?.path ?? path), `.loopguard-${String(process.pid)}.tmp`);
    writeFileSync(temporary, content);
    if (target !== undefined) chmodSync(temporary, target.mode);
    renameSync(temporary, target?.path ?? path);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new CliError(`cannot write ${shown}: ${reasonOf(error)}`);
  }
}

interface Target {
  readonly path: string;
  readonly mode: number;
  readonly regular: boolean;
}

function existing(path: string): Target | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) throw new Error('it is a folder');
  return stat && { path: realpathSync(path), mode: stat.mode, regular: stat.isFile() };
}
