import express from 'express';
import fs, { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const app = express();

app.get('/', (request, response) => {
  response.send(readFileSync(join(HERE, 'order-list.html'), 'utf8'));
//              ^^^^^^^^^^^^ no-sync-io-in-handler
});

app.get('/terms', (request, response) => {
  response.send(new Terms().text);
});

// A constructor cannot wait, so there is no promise form.
class Terms {
  readonly text: string;

  constructor() {
    const head = fs.readFileSync(new URL('head.txt', import.meta.url), 'utf8');
//                  ^^^^^^^^^^^^ no-sync-io-in-handler
    this.text = head + fs.readFileSync(`${HERE}/terms.txt`, { encoding: 'utf8' });
//                        ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}
