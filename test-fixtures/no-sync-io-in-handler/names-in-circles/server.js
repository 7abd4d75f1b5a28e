import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import express from 'express';

let first, second;
first = second;
second = first;

const app = express();
app.get(first, (req, res) => res.send(readFileSync('page.html')));
//                                    ^^^^^^^^^^^^ no-sync-io-in-handler
new Worker(first);

class Page extends Page {
  static draw() {
    return this.constructor.draw(readFileSync('page.html'));
//                               ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}
createServer(() => Page.draw());
