/** Callbacks of `node:zlib`, and the streams it makes. */
import { nodeZlibBlocking } from '../blocking/node-zlib.js';
import { callsBack } from '../modes.js';
import type { Library } from '../schema.js';

const MAKERS =
  '{createBrotliCompress,createBrotliDecompress,createDeflate,createDeflateRaw,createGunzip,createGzip,createInflate,createInflateRaw,createUnzip,createZstdCompress,createZstdDecompress}';

export const nodeZlib: Library = {
  name: 'node:zlib',
  source: 'https://nodejs.org/api/zlib.html',
  aliases: ['zlib'],
  types: [
    {
      type: 'node:stream:Duplex',
      from: [
        `node:zlib.${MAKERS}()`,
        'node:zlib.{BrotliCompress,BrotliDecompress,Deflate,DeflateRaw,Gunzip,Gzip,Inflate,InflateRaw,Unzip}.new()',
      ],
    },
  ],
  callbacks: [
    { api: 'node:zlib.{brotliCompress,deflate,deflateRaw,gzip}', params: 'last', mode: callsBack },
    { api: 'node:zlib.{brotliDecompress,gunzip,inflate,inflateRaw,unzip}', params: 'last', mode: callsBack },
    { api: 'node:zlib.{zstdCompress,zstdDecompress}', params: 'last', mode: callsBack, since: '22.15.0' },
  ],
  blocking: nodeZlibBlocking,
};
