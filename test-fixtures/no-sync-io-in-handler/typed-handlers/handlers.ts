import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

export const listener: RequestListener = (_request, response) => {
  response.end(readFileSync('a.html'));
//             ^^^^^^^^^^^^ no-sync-io-in-handler
};

export function handle(_request: IncomingMessage, response: ServerResponse): void {
  response.end(readFileSync('b.html'));
//             ^^^^^^^^^^^^ no-sync-io-in-handler
}

export function parse(_text: string): Buffer {
  return readFileSync('c.html');
}
