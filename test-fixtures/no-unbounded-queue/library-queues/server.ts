import { queue as asyncQueue } from 'async';
import fastq from 'fastq';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import PQueue from 'p-queue';

const pages = new PQueue({ concurrency: 2 });

createServer(async (request, response) => {
  pages.add(() => writeFile('page.html', request.url ?? ''));
//      ^^^ no-unbounded-queue: Each time `request` fires, `pages` takes on more work, however much is
//      | waiting.
  response.end();
});

const tasks = fastq.promise((url: string) => writeFile('task.html', url), 1);

createServer((request, response) => {
  void tasks.push(request.url ?? '');
//           ^^^^ no-unbounded-queue
  response.end();
});

const jobs = asyncQueue((url: string, done: () => void) => {
  writeFile('job.html', url).then(done, done);
}, 1);

createServer((request, response) => {
  jobs.push(request.url ?? '');
//     ^^^^ no-unbounded-queue
  response.end();
});

// The client waits for its turn.
createServer(async (request, response) => {
  await pages.add(() => writeFile('waited.html', request.url ?? ''));
  response.end();
});
