import * as fs from 'node:fs';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();

bus.on('job', function (id: string) {
  const text = fs.readFileSync(id, 'utf8').trim();
//                ^^^^^^^^^^^^ no-sync-io-in-handler
  console.log(text);
});
