import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives what programs print, by the name of their file and its text; in a folder with a `menu.txt`, for one suite. */
export function runsPrograms(): (file: string, text: string) => string {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopguard-fixes-'));
    writeFileSync(join(folder, 'menu.txt'), 'soup\n');
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  return (file, text) => {
    writeFileSync(join(folder, file), text);
    return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  };
}
