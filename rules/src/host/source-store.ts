import { readFileSync, statSync } from 'node:fs';
import { decode } from './decode.js';
import { factsKey } from './facts-key.js';
import { toPosix } from './posix-path.js';

/** One version of a file: what its facts are known by, and its bytes while they are needed. */
export interface Version {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * A file changed so shortly before it was read may change again within one tick of the file
 * system's clock, and look the same. The coarsest clock in use ticks every two seconds.
 */
const SETTLED_MS = 2_500;

/** So many texts are kept; drivers ask for the same few again and again. */
const KEPT_TEXTS = 64;

/**
 * The texts of a project: files on disk, and over them what editors hold unsaved. Texts on disk
 * are not kept but read again when asked for.
 */
export class SourceStore {
  private readonly overlays = new Map<string, string>();
  private readonly texts = new Map<string, string>();
  /** What a file looked like when it was read last, if that was settled by then. */
  private readonly seen = new Map<string, { readonly look: string; readonly key: string }>();

  constructor(private readonly root: string) {}

  /** Unsaved files, sorted. */
  get unsaved(): string[] {
    return [...this.overlays.keys()].sort();
  }

  isUnsaved(path: string): boolean {
    return this.overlays.has(path);
  }

  setOverlay(path: string, text: string | undefined): void {
    if (text === undefined) this.overlays.delete(path);
    else this.overlays.set(path, text.startsWith('\uFEFF') ? text.slice(1) : text);
  }

  /** The current version of a file, or undefined when it cannot be read. */
  read(path: string): Version | undefined {
    const overlay = this.overlays.get(path);
    if (overlay !== undefined) {
      const bytes = encode(overlay);
      return { key: factsKey(path, bytes), bytes };
    }
    this.seen.delete(path);
    try {
      // Before the contents: a change in between shows the next time.
      const look = this.look(path);
      const bytes = readFileSync(this.place(path));
      const key = factsKey(path, bytes);
      if (look !== undefined) this.seen.set(path, { look, key });
      return { key, bytes };
    } catch {
      return undefined;
    }
  }

  /**
   * Whether a file certainly still is the version known by `key`, told without reading it. False
   * when in doubt.
   */
  isStill(path: string, key: string): boolean {
    const seen = this.seen.get(path);
    if (seen?.key !== key || this.overlays.has(path)) return false;
    try {
      return this.look(path) === seen.look;
    } catch {
      return false;
    }
  }

  /**
   * The text that facts under `key` were taken from. Undefined when the disk holds another one by
   * now: offsets into the old text would mean nothing in it.
   */
  text(path: string, key: string): string | undefined {
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const version = this.read(path);
    if (version?.key !== key) return undefined;
    const text = this.overlays.get(path) ?? decode(version.bytes);
    for (const oldest of this.texts.keys()) {
      if (this.texts.size < KEPT_TEXTS) break;
      this.texts.delete(oldest);
    }
    this.texts.set(key, text);
    return text;
  }

  /**
   * What tells two states of a file apart: the time of its last change, which unlike the time of
   * modification no program can set, size and identity. Undefined while the file is not settled.
   */
  private look(path: string): string | undefined {
    const { ctimeNs, ctimeMs, mtimeNs, size, ino } = statSync(this.place(path), { bigint: true });
    if (Date.now() - Number(ctimeMs) < SETTLED_MS) return undefined;
    return `${ctimeNs} ${mtimeNs} ${size} ${ino}`;
  }

  private place(path: string): string {
    return `${toPosix(this.root)}/${path}`;
  }
}

/** Bytes that decode to the text: UTF-8, or UTF-16 for the rare text that UTF-8 cannot hold. */
function encode(text: string): Uint8Array {
  return /\p{Surrogate}/u.test(text) ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text, 'utf8');
}
