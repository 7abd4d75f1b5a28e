import express from 'express';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Worker, isMainThread } from 'node:worker_threads';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const gzip = promisify(zlib.gzip);
const app = express();

app.get('/', async (_req, res) => {
  res.send(await gzip(await readFile('page.html')));
});

if (isMainThread) {
  new Worker(new URL(import.meta.url));
} else {
  setInterval(() => readFileSync('worker.txt'), 1000);
}
