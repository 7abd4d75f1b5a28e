/**
 * What blocks in `node:zlib`.
 * Source: https://nodejs.org/api/zlib.html#convenience-methods
 */
import type { BlockingRow } from '../schema.js';

const compression = { waits: 'cpu', for: 'compression' } as const;
const decompression = { waits: 'cpu', for: 'decompression' } as const;

export const nodeZlibBlocking: readonly BlockingRow[] = [
  {
    api: 'node:zlib.gzipSync',
    ...compression,
    promise: { from: ['node:zlib', 'gzip'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.deflateSync',
    ...compression,
    promise: { from: ['node:zlib', 'deflate'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.deflateRawSync',
    ...compression,
    promise: { from: ['node:zlib', 'deflateRaw'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.brotliCompressSync',
    ...compression,
    promise: { from: ['node:zlib', 'brotliCompress'], shape: 'promisify', arity: 2 },
  },
  // No equal form: `zstdCompress` leaves the size out of the frame, so the bytes differ.
  { api: 'node:zlib.zstdCompressSync', ...compression, since: '22.15.0' },
  {
    api: 'node:zlib.gunzipSync',
    ...decompression,
    promise: { from: ['node:zlib', 'gunzip'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.inflateSync',
    ...decompression,
    promise: { from: ['node:zlib', 'inflate'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.inflateRawSync',
    ...decompression,
    promise: { from: ['node:zlib', 'inflateRaw'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.unzipSync',
    ...decompression,
    promise: { from: ['node:zlib', 'unzip'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.brotliDecompressSync',
    ...decompression,
    promise: { from: ['node:zlib', 'brotliDecompress'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:zlib.zstdDecompressSync',
    ...decompression,
    since: '22.15.0',
    promise: { from: ['node:zlib', 'zstdDecompress'], shape: 'promisify', arity: 2 },
  },
];
