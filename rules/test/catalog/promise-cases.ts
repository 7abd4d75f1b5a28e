/**
 * Calls with which the synchronous and the promise form of a row are compared. They run in a
 * folder that holds `menu.txt`, `empty/`, `stock/tea.json`, `stock/deep/rice.json` and the link
 * `today.txt` to `menu.txt`. For every row at least one call that works and one that fails.
 */
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** Arguments for a call inside `folder`. */
export type PromiseCase = (folder: string) => readonly unknown[];

const TEXT = Buffer.from('jasmine tea, oolong tea, green tea, '.repeat(20));
/** `jasmine tea, oolong tea`, as Node 22 compresses it. */
const ZSTD = 'KLUv/SAXuQAAamFzbWluZSB0ZWEsIG9vbG9uZyB0ZWE=';
const BROKEN = Buffer.from('not compressed at all');
const at =
  (...names: string[]): PromiseCase =>
  folder => [join(folder, ...names)];
const MENU = at('menu.txt');
const MISSING = at('missing', 'menu.txt');
const and =
  (path: PromiseCase, ...more: readonly unknown[]): PromiseCase =>
  folder => [...path(folder), ...more];
const both =
  (from: PromiseCase, to: PromiseCase, ...more: readonly unknown[]): PromiseCase =>
  folder => [...from(folder), ...to(folder), ...more];
const fixed =
  (...args: readonly unknown[]): PromiseCase =>
  () =>
    args;

const files: Readonly<Record<string, readonly PromiseCase[]>> = {
  accessSync: [MENU, and(MENU, 4), MISSING],
  appendFileSync: [and(MENU, '\nsoup'), and(at('new.txt'), 'soup', { mode: 0o600 }), and(MISSING, 'soup')],
  chmodSync: [and(MENU, 0o600), and(MISSING, 0o600)],
  chownSync: [and(MENU, process.getuid?.() ?? 0, process.getgid?.() ?? 0), and(MISSING, 0, 0)],
  copyFileSync: [both(MENU, at('copy.txt')), both(MENU, at('today.txt'), 1), both(MISSING, MENU)],
  cpSync: [
    both(at('stock'), at('copy'), { recursive: true }),
    both(at('stock'), at('copy')),
    both(MISSING, at('copy')),
  ],
  existsSync: [MENU, MISSING, fixed(undefined)],
  globSync: [folder => ['**/*.json', { cwd: folder }], folder => ['*.none', { cwd: folder }], fixed(7)],
  lchownSync: [and(at('today.txt'), process.getuid?.() ?? 0, process.getgid?.() ?? 0), and(MISSING, 0, 0)],
  linkSync: [both(MENU, at('hard.txt')), both(MISSING, at('hard.txt')), both(MENU, at('today.txt'))],
  lstatSync: [MENU, at('today.txt'), MISSING],
  lutimesSync: [and(at('today.txt'), 1000, 2000), and(MISSING, 1000, 2000)],
  mkdirSync: [
    at('made'),
    and(at('made', 'of', 'paper'), { recursive: true }),
    and(at('empty'), { recursive: true }),
    at('empty'),
    at('made', 'of'),
  ],
  mkdtempSync: [at('temp-'), at('missing', 'temp-')],
  opendirSync: [at('stock'), MENU, MISSING],
  readdirSync: [
    at('.'),
    and(at('.'), { withFileTypes: true }),
    and(at('.'), { recursive: true }),
    and(at('.'), 'buffer'),
    MENU,
    MISSING,
  ],
  readFileSync: [MENU, and(MENU, 'utf8'), and(MENU, { encoding: 'latin1', flag: 'r' }), at('empty'), MISSING],
  readlinkSync: [at('today.txt'), and(at('today.txt'), 'buffer'), MENU, MISSING],
  realpathSync: [at('today.txt'), and(at('today.txt'), 'buffer'), MISSING],
  'realpathSync.native': [at('today.txt'), and(at('today.txt'), 'buffer'), MISSING],
  renameSync: [both(MENU, at('card.txt')), both(at('stock'), at('empty')), both(MISSING, MENU)],
  rmSync: [MENU, and(at('stock'), { recursive: true }), and(MISSING, { force: true }), at('empty'), MISSING],
  rmdirSync: [at('empty'), at('stock'), MISSING],
  statSync: [MENU, at('today.txt'), at('stock'), MISSING],
  statfsSync: [at('.'), and(at('.'), { bigint: true }), MISSING],
  symlinkSync: [folder => ['menu.txt', join(folder, 'link')], folder => ['menu.txt', join(folder, 'today.txt')]],
  truncateSync: [MENU, and(MENU, 3), MISSING],
  unlinkSync: [MENU, at('today.txt'), MISSING],
  utimesSync: [and(MENU, 1000, 2000), and(MISSING, 1000, 2000)],
  writeFileSync: [
    and(MENU, 'soup'),
    and(MENU, TEXT),
    and(MENU, 'soup', { flag: 'a' }),
    and(MENU, 'soup', { flag: 'wx' }),
    and(MISSING, 'soup'),
  ],
};

const keys: Readonly<Record<string, readonly PromiseCase[]>> = {
  pbkdf2Sync: [
    fixed('tea', 'salt', 10, 16, 'sha256'),
    fixed('tea', 'salt', 10, 16, 'none'),
    fixed('tea', 'salt', -1, 16, 'sha256'),
  ],
  scryptSync: [fixed('tea', 'salt', 16), fixed('tea', 'salt', 16, { N: 16 }), fixed('tea', 'salt', 16, { N: 15 })],
  hkdfSync: [fixed('sha256', 'tea', 'salt', 'info', 16), fixed('none', 'tea', 'salt', 'info', 16)],
  argon2Sync: [
    fixed('argon2id', { message: 'tea', nonce: Buffer.alloc(16), parallelism: 1, tagLength: 16, memory: 8, passes: 1 }),
    fixed('argon3', { message: 'tea', nonce: Buffer.alloc(16), parallelism: 1, tagLength: 16, memory: 8, passes: 1 }),
  ],
  generateKeyPairSync: [
    fixed('ed25519'),
    fixed('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }),
    fixed('tea'),
  ],
  generatePrimeSync: [fixed(32), fixed(32, { bigint: true }), fixed(-1)],
  checkPrimeSync: [fixed(13n), fixed(15n, { checks: 5 }), fixed('13')],
};

const compressing = [fixed(TEXT), fixed(TEXT, {}), fixed(7)];
const decompressing = (packed: Buffer): PromiseCase[] => [fixed(packed), fixed(packed, {}), fixed(BROKEN)];

const compression: Readonly<Record<string, readonly PromiseCase[]>> = {
  brotliCompressSync: compressing,
  deflateSync: compressing,
  deflateRawSync: compressing,
  gzipSync: compressing,
  brotliDecompressSync: decompressing(brotliCompressSync(TEXT)),
  gunzipSync: decompressing(gzipSync(TEXT)),
  inflateSync: decompressing(deflateSync(TEXT)),
  inflateRawSync: decompressing(deflateRawSync(TEXT)),
  unzipSync: decompressing(gzipSync(TEXT)),
  zstdDecompressSync: decompressing(Buffer.from(ZSTD, 'base64')),
};

/** Cases by access path of the blocking row. */
export const promiseCases: ReadonlyMap<string, readonly PromiseCase[]> = new Map([
  ...Object.entries(files).map(([name, cases]) => [`node:fs.${name}`, cases] as const),
  ...Object.entries(keys).map(([name, cases]) => [`node:crypto.${name}`, cases] as const),
  ...Object.entries(compression).map(([name, cases]) => [`node:zlib.${name}`, cases] as const),
]);
