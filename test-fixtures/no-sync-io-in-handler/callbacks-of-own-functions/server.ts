import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { atStart, eachTick, start, timed } from './callback-runners.js';

const config = timed(() => readFileSync('config.json', 'utf8'));

atStart(() => writeFileSync('started', ''));
eachTick(() => writeFileSync('beat', ''));
//             ^^^^^^^^^^^^^ no-sync-io-in-handler
start();

createServer((_request, response) => {
  response.end(config + timed(() => readFileSync('page.html', 'utf8')));
//                                  ^^^^^^^^^^^^ no-sync-io-in-handler
});
