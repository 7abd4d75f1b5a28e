import { readFileSync } from 'node:fs';
import express from 'express';

function prices(): string {
  return readFileSync('prices.txt', 'utf8');
//       ^^^^^^^^^^^^ no-sync-io-in-handler: `fs.readFileSync` blocks the event loop each time `GET /prices`
//                    | fires; it is reached through `prices`, and from 2 more handlers.
}

const app = express();
app.get('/prices', (_req, res) => void res.send(prices()));
app.get('/offers', (_req, res) => void res.send(prices().slice(1)));
app.post('/orders', (_req, res) => void res.send(prices().length.toString()));
prices();
