import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import express from 'express';

const app = express();

function loadMenu(day: string): string {
  return readMenu(`${day}.txt`);
}

function readMenu(file: string): string {
  return readFileSync(file, 'utf8');
//       ^^^^^^^^^^^^ no-sync-io-in-handler
}

async function loadWine(name: string): Promise<string> {
  return readFile(`${name}.txt`, 'utf8');
}

function loadPrices(): string {
  return readFileSync('prices.txt', 'utf8');
}

const prices = loadPrices();

app.get('/menu/:day', (req, res) => {
  res.send(loadMenu(req.params.day));
});

app.get('/wine/:name', async (req, res) => {
  res.send(prices + (await loadWine(req.params.name)));
});
