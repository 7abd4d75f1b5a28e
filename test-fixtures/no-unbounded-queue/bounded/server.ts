import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const MAX_JOBS = 100;
const jobs: string[] = [];

async function work(): Promise<void> {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await writeFile('out.txt', job);
}

// Refused when it is full.
createServer((request, response) => {
  if (jobs.length >= MAX_JOBS) {
    response.writeHead(503).end();
    return;
  }
  jobs.push(request.url ?? '');
  void work();
  response.end();
});

// The oldest goes.
const recent: string[] = [];
createServer((request, response) => {
  recent.push(request.url ?? '');
  if (recent.length > 50) recent.shift();
  response.end(recent.join());
});

// Worked off at once when there are enough.
let batch: string[] = [];
createServer((request, response) => {
  batch.push(request.url ?? '');
  if (batch.length === 20) void flush();
  response.end();
});

async function flush(): Promise<void> {
  const lines = batch;
  batch = [];
  await writeFile('batch.txt', lines.join('\n'));
}

// All of them go with each tick.
let ticks: string[] = [];
setInterval(() => {
  for (const tick of ticks) console.log(tick);
  ticks = [];
}, 100);
createServer((request, response) => {
  ticks.push(request.url ?? '');
  response.end();
});

// Each caller waits until it is served, so there are no more than callers.
interface Caller {
  readonly url: string;
  readonly resolve: (answer: string) => void;
}
const callers: Caller[] = [];
async function serve(): Promise<void> {
  for (let caller = callers.shift(); caller; caller = callers.shift()) {
    await writeFile('served.txt', caller.url);
    caller.resolve('served');
  }
}
createServer(async (request, response) => {
  const answer = await new Promise<string>(resolve => {
    callers.push({ url: request.url ?? '', resolve });
    void serve();
  });
  response.end(answer);
});

// A stack that each request leaves as it was.
const path: string[] = [];
createServer((request, response) => {
  path.push(request.url ?? '');
  response.end(path.join());
  path.pop();
});

// Somebody who knows better says so.
/** @bounded by the number of rooms */
const rooms: string[] = [];
class Rooms {
  /** @bounded */
  private readonly names: string[] = [];
  add(name: string): void {
    this.names.push(name);
  }
}
const all = new Rooms();
createServer((request, response) => {
  rooms.push(request.url ?? '');
  all.add(request.url ?? '');
  response.end();
});
