import express from 'express';
import { readdir, readFile } from 'node:fs/promises';
import { loadPage } from './pages.js';

const app = express();
app.use(express.json());

app.post('/pages', async (request, response) => {
  const { urls } = request.body as { urls: string[] };
  const pages = await Promise.all(urls.map(url => loadPage(url)));
//                            ^^^ no-unbounded-concurrency: Each time `POST /pages` fires, `fetch` starts
//                            | for all of `request.body.urls` at once; nothing limits how many there are.
  response.json(pages);
});

app.post('/warm', async (request, response) => {
  await Promise.all(request.body.urls.map(async (url: string) => {
//              ^^^ no-unbounded-concurrency
    if (url === '') return;
    await warm(url);
  }));
  response.end();
});

async function warm(url: string): Promise<void> {
  await readFile(url);
}

app.post('/settled', async (request, response) => {
  const requests = request.body.urls.map((url: string) => fetch(url));
//                                                        ^^^^^ strict/no-unbounded-wait
  response.json(await Promise.allSettled(requests));
//                            ^^^^^^^^^^ no-unbounded-concurrency
});

// Nobody knows how many files there are.
app.get('/files', async (request, response) => {
  const names = await readdir('files');
  const texts = await Promise.all(names.map(name => readFile(name, 'utf8')));
//                            ^^^ strict/no-unbounded-concurrency
  response.send(texts.join());
});
