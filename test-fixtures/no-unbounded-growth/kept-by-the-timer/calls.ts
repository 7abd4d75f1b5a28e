import { createServer } from 'node:http';

const pending = new Map<string, (answer: string) => void>();
const tidy = new Map<string, (answer: string) => void>();

function ask(id: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), 5000);
    pending.set(id, answer => {
//          ^^^ no-unbounded-growth: This entry stays in `pending` when the timer beside it gives up.
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

function askAndForget(id: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      tidy.delete(id);
      reject(new Error('no answer'));
    }, 5000);
    tidy.set(id, answer => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

process.on('message', ({ id, answer }: { id: string; answer: string }) => {
  pending.get(id)?.(answer);
  pending.delete(id);
  tidy.get(id)?.(answer);
  tidy.delete(id);
});

createServer(async (request, response) => {
  const id = request.url ?? '';
  response.end((await ask(id)) + (await askAndForget(id)));
});
