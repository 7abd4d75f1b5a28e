import express from 'express';
import { writeFile } from 'node:fs/promises';

const app = express();
app.use(express.json());

async function save(note: { readonly id: string }): Promise<void> {
  await writeFile(`${note.id}.json`, JSON.stringify(note));
}

app.post('/notes', async (request, response) => {
  for (const note of request.body.notes) {
    void save(note);
//       ^^^^ no-unbounded-concurrency: Each time `POST /notes` fires, `writeFile` starts for all of
//       | `request.body.notes` at once; the loop waits for none of it.
  }
  response.end();
});

app.post('/waited', async (request, response) => {
  for (const note of request.body.notes) await save(note);
  response.end();
});

app.post('/collected', async (request, response) => {
  const started: Promise<unknown>[] = [];
  for (const note of request.body.notes) started.push(save(note));
  await Promise.all(started);
//              ^^^ no-unbounded-concurrency
  response.end();
});

app.post('/written', async (request, response) => {
  for (const note of request.body.notes) {
    void writeFile(note.id, note.text);
//       ^^^^^^^^^ no-unbounded-concurrency
  }
  response.end();
});

// Waited for one by one, then joined.
app.post('/joined', async (request, response) => {
  const saved: unknown[] = [];
  for (const note of request.body.notes) saved.push(await save(note));
  await Promise.all(saved);
  response.end();
});
