import express from 'express';
import { writeFile } from 'node:fs/promises';

const app = express();
app.use(express.json());

app.post('/notes', async (request, response) => {
  for (const note of request.body.notes) {
    void writeFile(`${note.id}.json`, '');
//       ^^^^^^^^^ !missed no-unbounded-concurrency: what a text is put together of is not in the facts
  }
  response.end();
});
