import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const routes = new Map<string, Handler>();

function route(path: string, handler: Handler): void {
  routes.set(path, handler);
}

route('/terms', (_request, response) => {
  response.end(readFileSync('terms.txt'));
//             ^^^^^^^^^^^^ no-sync-io-in-handler
});

createServer((request, response) => {
  routes.get(String(request.url))?.(request, response);
});
