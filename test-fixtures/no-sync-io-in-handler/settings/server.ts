import { run } from 'acme-pool';
import { each, readAll } from 'acme-sdk';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { peek } from './cache.js';

createServer((_request, response) => {
  readAll('orders');
//^^^^^^^ no-sync-io-in-handler
  peek('orders');
  run(() => readFileSync('pooled.txt'));
  each(() => readFileSync('each.txt'));
//           ^^^^^^^^^^^^ no-sync-io-in-handler
  response.end();
});
