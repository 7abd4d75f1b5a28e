import { createServer } from 'node:http';
import { JobQueue } from './job-queue.js';
import { render } from './render.js';

const jobs: string[] = [];
const mails: string[] = [];
const queue = new JobQueue();

async function work(): Promise<void> {
  while (jobs.length > 0) {
    const job = jobs.shift();
    await render(job);
  }
}

function enqueue(url: string): void {
  jobs.push(url);
//     ^^^^ no-unbounded-queue
  void work();
}

async function post(url: string): Promise<void> {
  mails.push(url);
//      ^^^^ no-unbounded-queue
}

setInterval(() => {
  const mail = mails.shift();
  if (mail !== undefined) console.log(mail);
}, 1000);

createServer((request, response) => {
  const url = request.url ?? '';
  enqueue(url);
  void post(url);
  queue.add(url);
  response.end();
});
