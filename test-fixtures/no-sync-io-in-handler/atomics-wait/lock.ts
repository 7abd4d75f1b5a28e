import { createServer } from 'node:http';

const lock = new Int32Array(new SharedArrayBuffer(4));

createServer((_request, response) => {
  Atomics.wait(lock, 0, 0, 1000);
//        ^^^^ no-sync-io-in-handler
  Atomics.notify(lock, 0);
  response.end();
});
