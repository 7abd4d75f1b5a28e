import { createServer } from 'node:http';
import { brotliCompressSync, createGzip, gunzipSync, gzipSync } from 'node:zlib';

const empty = gzipSync('');

createServer((request, response) => {
  response.write(empty);
  response.write(gzipSync(String(request.url)));
//               ^^^^^^^^ no-sync-io-in-handler
  response.write(brotliCompressSync(String(request.url)));
//               ^^^^^^^^^^^^^^^^^^ no-sync-io-in-handler
  request.on('data', (chunk: Buffer) => void response.write(gunzipSync(chunk)));
//                                                          ^^^^^^^^^^ no-sync-io-in-handler
  request.pipe(createGzip()).pipe(response);
});
