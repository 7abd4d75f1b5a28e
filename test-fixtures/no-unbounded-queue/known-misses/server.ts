import { createServer } from 'node:http';

interface Node {
  readonly url: string;
  next?: Node;
}
let last: Node = { url: '' };

createServer((request, response) => {
  last = last.next = { url: request.url ?? '' };
//       ^^^^ !missed no-unbounded-queue: linked lists are not looked at
  response.end();
});

// A limit that only warns.
const jobs: string[] = [];
createServer((request, response) => {
  if (jobs.length > 1000) console.warn('many jobs');
  jobs.push(request.url ?? '');
//     ^^^^ !missed no-unbounded-queue: any look at the length against a number counts as a limit
  response.end();
});
