import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { digest } from './digest.js';
import { isObject } from './json-text.js';

/**
 * One immutable file of the facts cache:
 *
 * ```
 * magic line | length of the index (8 hex digits) | SHA-256 of the index (64 hex digits) | index | blobs
 * ```
 *
 * The index is JSON, `{ key: [offset, length, checksum] }`, offsets counted from the first blob. A
 * checksum covers key and blob, so that a blob in the wrong place does not pass.
 */
const MAGIC = 'loopguard facts 1\n';
const HEAD = MAGIC.length + 8 + 64;
/** No pack is larger: what claims to be was not written by us. */
const LARGEST = 1 << 30;
const PIECE = 1 << 19;

type Row = readonly [offset: number, length: number, checksum: string];

/** A blob with the checksum it is stored under. */
export interface Sealed {
  readonly blob: Buffer;
  readonly checksum: string;
}

/** Adds the checksum that a blob has under a key. */
export function seal(key: string, blob: Buffer): Sealed {
  return { blob, checksum: checksumOf(key, blob) };
}

/** A pack that is not written yet. */
export interface Packed {
  readonly rows: ReadonlyMap<string, Row>;
  /** What stands before the blobs. */
  readonly head: Buffer;
  readonly blobs: readonly Buffer[];
}

/** A pack of some entries, the same for the same entries in any order. */
export function pack(entries: ReadonlyMap<string, Sealed>): Packed {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = new Map<string, Row>();
  let offset = 0;
  for (const [key, { blob, checksum }] of sorted) {
    rows.set(key, [offset, blob.length, checksum]);
    offset += blob.length;
  }
  const index = Buffer.from(JSON.stringify(Object.fromEntries(rows)));
  const head = Buffer.from(MAGIC + index.length.toString(16).padStart(8, '0') + digest(index), 'latin1');
  return { rows, head: Buffer.concat([head, index]), blobs: sorted.map(([, { blob }]) => blob) };
}

/** The bytes of a pack in pieces that are quick to write: a few large ones rather than many small ones. */
export function* piecesOf({ head, blobs }: Packed): Generator<Buffer, void> {
  let piece: Buffer[] = [head];
  let size = head.length;
  for (const blob of blobs) {
    if (size >= PIECE) {
      yield Buffer.concat(piece);
      piece = [];
      size = 0;
    }
    piece.push(blob);
    size += blob.length;
  }
  yield Buffer.concat(piece);
}

/** A pack opened for reading. Nothing in it is believed before its checksum has been verified. */
export class FactsPack {
  private constructor(
    private readonly path: string,
    private readonly rows: ReadonlyMap<string, Row>,
    private readonly start: number,
    /** Whole contents, until {@link release}. */
    private bytes: Buffer | undefined,
  ) {}

  /** A pack that was written just now. */
  static written(path: string, { rows, head }: Packed): FactsPack {
    return new FactsPack(path, rows, head.length, undefined);
  }

  /** Undefined when the file is not a sound pack, or cannot be read. */
  static open(path: string): FactsPack | undefined {
    try {
      const bytes = readRegularFile(path);
      if (bytes === undefined || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
      const length = Number.parseInt(bytes.toString('latin1', MAGIC.length, MAGIC.length + 8), 16);
      const index = bytes.subarray(HEAD, HEAD + length);
      if (digest(index) !== bytes.toString('latin1', MAGIC.length + 8, HEAD)) return undefined;
      const rows = rowsOf(JSON.parse(index.toString('utf8')));
      return rows && new FactsPack(path, rows, HEAD + length, bytes);
    } catch {
      return undefined;
    }
  }

  get size(): number {
    return this.rows.size;
  }

  has(key: string): boolean {
    return this.rows.has(key);
  }

  /** A sound entry, or undefined. */
  get(key: string): Sealed | undefined {
    const row = this.rows.get(key);
    if (row === undefined) return undefined;
    const [offset, length, checksum] = row;
    const blob =
      this.bytes?.subarray(this.start + offset, this.start + offset + length) ??
      this.readAt(this.start + offset, length);
    return blob?.length === length && checksumOf(key, blob) === checksum ? { blob, checksum } : undefined;
  }

  /** Gives the memory back; later reads go to the disk. */
  release(): void {
    this.bytes = undefined;
  }

  private readAt(position: number, length: number): Buffer | undefined {
    let file: number | undefined;
    try {
      file = openSync(this.path, 'r');
      const blob = Buffer.allocUnsafe(length);
      return readSync(file, blob, 0, length, position) === length ? blob : undefined;
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

function checksumOf(key: string, blob: Buffer): string {
  return createHash('sha256').update(key).update(blob).digest('base64url');
}

function rowsOf(index: unknown): Map<string, Row> | undefined {
  if (!isObject(index)) return undefined;
  const rows = new Map<string, Row>();
  for (const [key, row] of Object.entries(index)) {
    if (!Array.isArray(row)) return undefined;
    const [offset, length, checksum] = row as unknown[];
    const sound = isSize(offset) && isSize(length) && typeof checksum === 'string';
    if (!sound) return undefined;
    rows.set(key, [offset, length, checksum]);
  }
  return rows;
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < LARGEST;
}

/** Contents of a regular file of a plausible size; a pipe or device must not be waited for. */
function readRegularFile(path: string): Buffer | undefined {
  const status = statSync(path);
  return status.isFile() && status.size <= LARGEST ? readFileSync(path) : undefined;
}
