import express from 'express';
import { readFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import pMap from 'p-map';
import { MORE } from './more.js';

const app = express();
app.use(express.json());
const limit = pLimit(3);
const NAMES = ['a.txt', 'b.txt'];

// As many as the code says.
app.get('/names', async (request, response) => {
  await Promise.all(NAMES.map(name => readFile(name)));
  await Promise.all(MORE.map(name => readFile(name)));
  await Promise.all(['a.txt', 'b.txt'].map(name => readFile(name)));
  await Promise.all([readFile(NAMES[0]!), readFile('a.txt')]);
  response.end();
});

// As many as a limiter lets through.
app.post('/limited', async (request, response) => {
  const urls: string[] = request.body.urls;
  await Promise.all(urls.map(url => limit(() => readFile(url))));
  await pMap(urls, url => readFile(url), { concurrency: 2 });
  response.end();
});

// A limiter of its own.
class Semaphore {
  private free = 4;
  private readonly waiting: (() => void)[] = [];

  async acquire(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>(resolve => this.waiting.push(resolve));
  }

  release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
const semaphore = new Semaphore();
app.post('/own', async (request, response) => {
  await Promise.all(
    request.body.urls.map(async (url: string) => {
      await semaphore.acquire();
      try {
        await readFile(url);
      } finally {
        semaphore.release();
      }
    }),
  );
  response.end();
});

// Some at a time.
app.post('/chunks', async (request, response) => {
  const urls: string[] = request.body.urls;
  for (let at = 0; at < urls.length; at += 10) await Promise.all(urls.slice(at, at + 10).map(url => readFile(url)));
  response.end();
});

// No more than so many.
app.post('/checked', async (request, response) => {
  const { ids } = request.body as { ids: string[] };
  if (ids.length > 20) {
    response.status(413).end();
    return;
  }
  await Promise.all(ids.map(id => readFile(id)));
  response.end();
});

// Nothing that leaves the process.
app.post('/sums', async (request, response) => {
  const numbers: number[] = request.body.numbers;
  response.json(await Promise.all(numbers.map(async number => number * 2)));
});

// While the program starts.
await Promise.all(process.argv.slice(2).map(name => readFile(name)));
