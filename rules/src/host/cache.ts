import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFacts } from '../core/model.js';
import { runSteps, type Steps } from '../core/steps.js';
import { decodeFacts } from './decode-facts.js';
import { FactsPack, pack, type Packed, piecesOf, seal, type Sealed } from './facts-pack.js';

const PACK = /^[0-9a-f]{32}(?:-[0-9a-f]{8})?\.facts$/u;
const TEMPORARY = /^[0-9]+-[0-9a-f]{16}\.tmp$/u;
/** More packs than this, or more dead entries than live ones, are merged into one. */
const MOST_PACKS = 16;
const DEAD_ALLOWANCE = 512;
/** A temporary file this old belongs to a process that died. */
const STALE_MS = 3_600_000;

/**
 * Facts of files, kept on disk under keys that name everything they depend on.
 *
 * Several processes may use one folder at once, without locks: packs are written to a temporary
 * file and renamed, never changed afterwards, and read whole when the cache is opened. A pack is
 * deleted only by a process that has read it and has written what is still wanted of it into a new
 * one. The worst that a race can cost is a miss.
 *
 * **Invariant:** nothing that is read is believed before its checksum and its shape are verified.
 */
export class FactsCache {
  private readonly packs = new Map<string, FactsPack>();
  private readonly pending = new Map<string, Sealed>();
  private readonly unsound: string[] = [];
  private writable = true;
  /** Why nothing is stored, when that is so. */
  notice: string | undefined;

  /** @param folder created when something is first stored */
  constructor(private readonly folder: string) {
    for (const name of this.names()) {
      if (!PACK.test(name)) continue;
      const pack = FactsPack.open(join(folder, name));
      if (pack) this.packs.set(name, pack);
      else this.unsound.push(name);
    }
  }

  get(key: string): FileFacts | undefined {
    const sealed = this.find(key);
    return sealed && decodeFacts(sealed.blob);
  }

  /** How many facts wait to be stored. */
  get waiting(): number {
    return this.pending.size;
  }

  /** Keeps facts, given as `encodeFacts` writes them, until {@link flush}. */
  put(key: string, encoded: Buffer): void {
    if (this.writable) this.pending.set(key, seal(key, encoded));
  }

  /** As {@link flushInSteps}, at once. */
  flush(wanted: ReadonlySet<string>): void {
    runSteps(this.flushInSteps(wanted));
  }

  /**
   * Stores what was put. Merges packs when there are many or when most of what they hold is not
   * wanted any more. May be left unfinished: nothing is stored then, and nothing is lost.
   * @param wanted keys in use; others are dropped when packs are merged
   */
  *flushInSteps(wanted: ReadonlySet<string>): Steps<void> {
    if (!this.writable) return;
    const stored = [...this.packs.values()].reduce((sum, { size }) => sum + size, 0);
    const crowded = this.packs.size >= MOST_PACKS || stored > 2 * wanted.size + DEAD_ALLOWANCE;
    if (this.pending.size === 0 && !crowded) return;
    const put = new Map(this.pending);
    const merged = [...this.packs.keys(), ...this.unsound];
    const packed = pack(crowded ? yield* this.collect(wanted, put) : put);
    yield;
    const written = yield* this.write(packed);
    if (written === undefined) return;
    // What was put between the steps waits for the next time.
    for (const [key, sealed] of put) if (this.pending.get(key) === sealed) this.pending.delete(key);
    if (crowded) this.removeMerged(merged, written);
    this.packs.set(written, FactsPack.written(join(this.folder, written), packed));
  }

  /** Everything wanted, from what was put and from all packs. */
  private *collect(wanted: ReadonlySet<string>, put: ReadonlyMap<string, Sealed>): Steps<Map<string, Sealed>> {
    const entries = new Map<string, Sealed>();
    for (const key of wanted) {
      const sealed = put.get(key) ?? this.find(key);
      if (sealed) entries.set(key, sealed);
      yield;
    }
    return entries;
  }

  /** Gives back the memory that holds packs; entries can still be read. */
  release(): void {
    for (const pack of this.packs.values()) pack.release();
  }

  private find(key: string): Sealed | undefined {
    const pending = this.pending.get(key);
    if (pending) return pending;
    for (const pack of this.packs.values()) {
      const sealed = pack.get(key);
      if (sealed) return sealed;
    }
    return undefined;
  }

  /** Writes a pack under the name of its contents; gives the name, or undefined when it fails. */
  private *write(packed: Packed): Steps<string | undefined> {
    const temporary = join(this.folder, `${process.pid}-${randomBytes(8).toString('hex')}.tmp`);
    let file: number | undefined;
    try {
      mkdirSync(this.folder, { recursive: true });
      file = openSync(temporary, 'w');
      const hash = createHash('sha256');
      for (const piece of piecesOf(packed)) {
        hash.update(piece);
        writeFileSync(file, piece);
        yield;
      }
      closeSync(file);
      file = undefined;
      const stem = hash.digest('hex').slice(0, 32);
      // A folder may stand in the way of the first name, never of both.
      for (const name of [`${stem}.facts`, `${stem}-${randomBytes(4).toString('hex')}.facts`]) {
        if (this.rename(temporary, name)) return name;
      }
      throw new Error('the name is taken by something else');
    } catch (error) {
      this.writable = false;
      this.notice = `facts are not cached in ${this.folder}: ${error instanceof Error ? error.message : String(error)}`;
      this.pending.clear();
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
      // There is none any more when all went well.
      this.unlink(temporary);
    }
  }

  private rename(temporary: string, name: string): boolean {
    try {
      renameSync(temporary, join(this.folder, name));
      return true;
    } catch {
      return false;
    }
  }

  private removeMerged(merged: readonly string[], except: string): void {
    for (const name of merged) {
      if (name !== except) this.unlink(join(this.folder, name));
      this.packs.delete(name);
    }
    this.unsound.length = 0;
    for (const name of this.names()) {
      if (!TEMPORARY.test(name)) continue;
      const age = Date.now() - (statSync(join(this.folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
      if (age > STALE_MS) this.unlink(join(this.folder, name));
    }
  }

  private unlink(path: string): void {
    try {
      unlinkSync(path);
    } catch {
      // Another process was faster, or it is not a file: neither does harm.
    }
  }

  private names(): string[] {
    try {
      return readdirSync(this.folder).sort();
    } catch {
      return [];
    }
  }
}
