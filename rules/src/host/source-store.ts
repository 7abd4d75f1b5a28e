import { readFileSync } from 'node:fs';
import { decode } from './decode.js';
import { factsKey } from './facts-key.js';
import { toPosix } from './posix-path.js';

/** One version of a file: what its facts are known by, and its bytes while they are needed. */
export interface Version {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** So many texts are kept; drivers ask for the same few again and again. */
const KEPT_TEXTS = 64;

/**
 * The texts of a project: files on disk, and over them what editors hold unsaved. Texts on disk
 * are not kept but read again when asked for.
 */
export class SourceStore {
  private readonly overlays = new Map<string, string>();
  private readonly texts = new Map<string, string>();

  constructor(private readonly root: string) {}

  /** Unsaved files, sorted. */
  get unsaved(): string[] {
    return [...this.overlays.keys()].sort();
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
    try {
      const bytes = readFileSync(`${toPosix(this.root)}/${path}`);
      return { key: factsKey(path, bytes), bytes };
    } catch {
      return undefined;
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
}

/** Bytes that decode to the text: UTF-8, or UTF-16 for the rare text that UTF-8 cannot hold. */
function encode(text: string): Uint8Array {
  return /\p{Surrogate}/u.test(text) ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text, 'utf8');
}
