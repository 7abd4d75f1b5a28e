import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import express from 'express';

interface Options {
  sync?: boolean;
}

function save(text: string, sync: boolean): void {
  if (sync) writeFileSync('journal', text);
//          ^^^^^^^^^^^^^ no-sync-io-in-handler: `fs.writeFileSync` blocks the event loop each time `POST
//                        | /sure` fires; it is reached through `save`.
  else void writeFile('journal', text);
}

function keep(text: string, options: Options): void {
  if (options.sync) {
    writeFileSync('kept', text);
    return;
  }
  void writeFile('kept', text);
}

function note(text: string, sync: boolean): void {
  if (!sync) {
    void writeFile('note', text);
    return;
  }
  writeFileSync('note', text);
//^^^^^^^^^^^^^ strict/no-sync-io-in-handler: `note` may block: `fs.writeFileSync` runs when `sync` is true;
//              | it is reached through `note`.
}

const app = express();

app.post('/sure', (_req, res) => {
  save('sure', true);
  res.end();
});

app.post('/never', (_req, res) => {
  keep('never', { sync: false });
  res.end();
});

app.post('/perhaps', (req, res) => {
  note('perhaps', req.query['sync'] === 'yes');
  res.end();
});
