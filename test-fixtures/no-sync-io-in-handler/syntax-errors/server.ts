import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const broken = { name: 'shop', ;

createServer((request, response) => {
  response.end(readFileSync('page.html'));
//             ^^^^^^^^^^^^ no-sync-io-in-handler
  if (request.url === '/half
});

function unfinished(
