import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readMenu } from './menu.js';
import './jobs/sweep.js';

createServer((_request, response) => {
  response.write(readMenu());
  response.end(readFileSync('imprint', 'utf8'));
//             ^^^^^^^^^^^^ no-sync-io-in-handler
});
