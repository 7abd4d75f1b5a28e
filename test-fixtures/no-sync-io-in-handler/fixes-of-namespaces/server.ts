import express from 'express';
import * as fs from 'node:fs';
import { EventEmitter } from 'node:events';

const app = express();
const bus = new EventEmitter();

app.get('/menu', function (_req, res) {
  const text = fs.readFileSync('menu.txt', 'utf8').trim();
//                ^^^^^^^^^^^^ no-sync-io-in-handler
  res.send(text);
});

// A listener has nobody who would hear of its rejection: nothing is offered.
bus.on('job', function (id: string) {
  fs.accessSync(id);
//   ^^^^^^^^^^ no-sync-io-in-handler
});
