import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const loaded = (() => readFileSync('a.txt', 'utf8'))();
let pending: Promise<string> | undefined;

async function load(): Promise<string> {
  await Promise.resolve();
  return readFileSync('b.txt', 'utf8');
//       ^^^^^^^^^^^^ strict/no-sync-io-in-handler
}

function shared(): Promise<string> {
  pending ??= load();
  return pending;
}

createServer(async (_request, response) => {
  response.end(loaded + (await shared()));
});
