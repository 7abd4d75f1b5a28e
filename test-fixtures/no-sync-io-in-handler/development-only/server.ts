import { readFileSync } from 'node:fs';
import express from 'express';

const app = express();
const page = readFileSync('page.html', 'utf8');

app.get('/', (_req, res) => {
  if (process.env['NODE_ENV'] !== 'production') {
    res.send(readFileSync('page.html', 'utf8'));
//           ^^^^^^^^^^^^ strict/no-sync-io-in-handler
    return;
  }
  res.send(page);
});

if (process.env['NODE_ENV'] === 'development') {
  app.get('/debug', (_req, res) => void res.send(readFileSync('debug.log', 'utf8')));
//                                               ^^^^^^^^^^^^ strict/no-sync-io-in-handler
}
