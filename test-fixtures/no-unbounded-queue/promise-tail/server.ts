import { appendFile } from 'node:fs/promises';
import { createServer } from 'node:http';

let tail: Promise<unknown> = Promise.resolve();
let turn: Promise<unknown> = Promise.resolve();
let last: Promise<unknown> = Promise.resolve();

createServer((request, response) => {
  tail = tail.then(() => appendFile('visits.log', request.url ?? ''));
//^^^^ no-unbounded-queue: Each time `request` fires, one more step waits behind `tail`: nobody waits for
//| it.
  response.end();
});

// The client waits for its turn.
createServer(async (request, response) => {
  turn = turn.then(() => appendFile('turns.log', request.url ?? ''));
  await turn;
  response.end();
});

// The caller may wait.
function log(line: string): Promise<unknown> {
  last = last.then(() => appendFile('last.log', line));
  return last;
}

createServer((request, response) => {
  log(request.url ?? '').then(
    () => response.end(),
    () => response.destroy(),
  );
});

// Behind a method of its own.
class Journal {
  private end: Promise<unknown> = Promise.resolve();

  write(line: string): void {
    this.end = this.end.then(() => appendFile('journal.log', line));
//       ^^^ no-unbounded-queue
  }
}
const journal = new Journal();

createServer((request, response) => {
  journal.write(request.url ?? '');
  response.end();
});
