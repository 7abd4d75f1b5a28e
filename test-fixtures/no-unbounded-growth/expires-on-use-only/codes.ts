import { createServer } from 'node:http';

interface Code {
  readonly code: string;
  readonly expiresAt: number;
}

const codes = new Map<string, Code>();

function send(guest: string): void {
  codes.set(guest, { code: String(Math.random()), expiresAt: Date.now() + 60_000 });
//      ^^^ no-unbounded-growth: Entries of `codes` expire, but those that nobody asks for again are never removed.
}

function check(guest: string, code: string): boolean {
  const known = codes.get(guest);
  if (!known || known.expiresAt < Date.now()) return false;
  codes.delete(guest);
  return known.code === code;
}

createServer((request, response) => {
  const guest = request.headers.from ?? '';
  if (request.method === 'POST') send(guest);
  else response.statusCode = check(guest, request.url ?? '') ? 200 : 403;
  response.end();
});
