/** What a call led to, in a form in which the synchronous and the promise form can be compared. */
import { Dir, Dirent, Stats, type StatsFs, lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { KeyObject } from 'node:crypto';
import { join } from 'node:path';

/** An outcome without what differs from call to call: times, random bytes. */
export interface Outcome {
  readonly result?: unknown;
  readonly error?: string;
  readonly tree: readonly string[];
}

/** Runs a call to its end; `random` outcomes are compared by kind and length alone. */
export async function outcome(folder: string, random: boolean, call: () => unknown): Promise<Outcome> {
  try {
    const result: unknown = await call();
    return { result: comparable(result, random), tree: tree(folder, random) };
  } catch (error) {
    return { error: String((error as NodeJS.ErrnoException).code), tree: tree(folder, random) };
  }
}

function comparable(value: unknown, random: boolean): unknown {
  if (value instanceof Stats) return { mode: value.mode, size: value.size, directory: value.isDirectory() };
  if (isOfFileSystem(value)) return { type: value.type, bsize: value.bsize };
  if (value instanceof Dir) {
    const names: string[] = [];
    for (let entry = value.readSync(); entry !== null; entry = value.readSync()) names.push(entry.name);
    value.closeSync();
    return { path: value.path, names: names.sort() };
  }
  if (value instanceof Dirent)
    return { name: String(value.name), directory: value.isDirectory(), link: value.isSymbolicLink() };
  if (Array.isArray(value)) return (value as unknown[]).map(item => comparable(item, random));
  return random ? kind(value) : value;
}

/** What `statfs` gives; its class is not exported. */
function isOfFileSystem(value: unknown): value is StatsFs {
  return typeof value === 'object' && value !== null && 'bsize' in value;
}

/** The kind and size of something random. */
function kind(value: unknown): unknown {
  if (typeof value === 'string') return ['string', value.length];
  if (value instanceof ArrayBuffer) return ['ArrayBuffer', value.byteLength];
  if (value instanceof KeyObject) return ['KeyObject', value.type, value.asymmetricKeyType];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, item]) => [name, kind(item)]);
}

/** Every path below a folder with what it is and holds. */
function tree(folder: string, random: boolean): string[] {
  const lines: string[] = [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    const path = join(folder, name);
    const stats = lstatSync(path);
    const shown = random ? name.replace(/temp-.*/, 'temp-') : name;
    const holds = stats.isSymbolicLink() ? readlinkSync(path) : stats.isFile() ? readFileSync(path, 'utf8') : '';
    lines.push(`${shown} ${stats.mode.toString(8)} ${holds}`);
  }
  return lines;
}
