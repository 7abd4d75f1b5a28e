import { createServer } from 'node:http';

const visits: string[] = [];
// Filled once, while the program starts.
const routes: string[] = [];
routes.push('/about');

function note(url: string): void {
  visits.push(url);
//       ^^^^ no-unbounded-queue: Each time `request` fires, `visits` may gain an entry; none is ever removed;
//            | it is reached through `note`.
}

createServer((request, response) => {
  note(request.url ?? '');
  response.end(routes.includes(request.url ?? '') ? String(visits.length) : 'not found');
});

// A list of the request's own.
createServer((request, response) => {
  const parts: string[] = [];
  for (const part of (request.url ?? '').split('/')) parts.push(part);
  response.end(parts.join(' '));
});
