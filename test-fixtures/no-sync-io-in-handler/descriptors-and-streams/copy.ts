import { closeSync, createWriteStream, openSync, readSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';

const log = openSync('server.log', 'a');

createServer((request, response) => {
  const fd = openSync('big.bin', 'r');
//           ^^^^^^^^ no-sync-io-in-handler
  readSync(fd, Buffer.alloc(10));
//^^^^^^^^ no-sync-io-in-handler
  closeSync(fd);
//^^^^^^^^^ no-sync-io-in-handler
  writeSync(log, String(request.url));
//^^^^^^^^^ no-sync-io-in-handler
  request.pipe(createWriteStream('upload.bin'));
//        ^^^^ no-ignored-backpressure
  response.end();
});
