import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import express from 'express';

const app = express();
const page = readFileSync('page.html', 'utf8');

app.get('/menu', (_req, res) => {
  const menu = JSON.parse(readFileSync('menu.json', 'utf8')) as { title: string }; // small
//                        ^^^^^^^^^^^^ no-sync-io-in-handler
  res.send(page + menu.title);
});

app.get('/size', async (_req, res) => {
  res.json(statSync('menu.json').size);
//         ^^^^^^^^ no-sync-io-in-handler
});

app.post('/menu', (_req, res) => {
  // Only once.
  if (!existsSync('menu.json' /* beside the server */)) void writeFile('menu.json', '{}');
//     ^^^^^^^^^^ no-sync-io-in-handler
  res.end();
});
