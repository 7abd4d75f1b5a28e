import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';

const worker = new Worker(new URL('./resize.js', import.meta.url));

createServer((request, response) => {
  worker.postMessage(request.url);
  response.end();
});
