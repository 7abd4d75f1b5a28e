/**
 * Loaded into the server by `--import`: writes to the file named by `LOOPGUARD_SPY`, at the end of the
 * process, what was read or looked at below the folder named by `LOOPGUARD_SPIED`, and how many
 * processes were started.
 */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

const READERS = [
  'readFileSync',
  'statSync',
  'lstatSync',
  'readdirSync',
  'existsSync',
  'openSync',
  'realpathSync',
] as const;
/** What the spy tells. */
export interface Seen {
  /** Calls with paths, relative to the folder with forward slashes. */
  readonly reads: readonly string[];
  readonly processes: number;
}

const folder = `${process.env['LOOPGUARD_SPIED']}${sep}`;
const reads = new Set<string>();
let processes = 0;

/** Calls `before` with the arguments of each call of a function of a module. */
function spyOn(module: object, name: string, before: (first: unknown) => void): void {
  const patched = module as Record<string, (...args: unknown[]) => unknown>;
  const original = patched[name];
  if (original === undefined) return;
  patched[name] = Object.assign((...args: unknown[]) => {
    before(args[0]);
    return original(...args);
  }, original);
}

const { writeFileSync } = fs;
for (const name of READERS) {
  spyOn(fs, name, path => {
    if (typeof path !== 'string' || !path.startsWith(folder)) return;
    reads.add(`${name} ${path.slice(folder.length).replaceAll(sep, '/')}`);
  });
}
spyOn(childProcess, 'spawn', () => processes++);
syncBuiltinESMExports();
process.on('exit', () => {
  const file = process.env['LOOPGUARD_SPY'];
  if (file !== undefined) writeFileSync(file, JSON.stringify({ reads: [...reads], processes } satisfies Seen));
});
