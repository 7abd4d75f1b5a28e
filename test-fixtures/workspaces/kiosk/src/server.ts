import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { menuOf } from './menu.js';

const welcome = readFileSync('welcome.txt', 'utf8');

export const kiosk = createServer(async (request, response) => {
  if (request.url === '/imprint') {
    const imprint = readFileSync('imprint.txt', 'utf8');
//                  ^^^^^^^^^^^^ no-sync-io-in-handler
    response.end(imprint);
    return;
  }
  response.end(`${welcome}\n${menuOf(new Date()).join('\n')}`);
});
