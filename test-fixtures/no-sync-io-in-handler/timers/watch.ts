import { readFileSync, statSync, writeFileSync } from 'node:fs';

setInterval(() => {
  writeFileSync('heartbeat', String(Date.now()));
//^^^^^^^^^^^^^ no-sync-io-in-handler
}, 1000);

setTimeout(() => {
  readFileSync('warm-up.txt');
}, 100);

setImmediate(() => readFileSync('warm-up.txt'));
process.nextTick(() => readFileSync('warm-up.txt'));

function poll(): void {
  statSync('inbox');
//^^^^^^^^ no-sync-io-in-handler
  setTimeout(poll, 500);
}
poll();

class Watch {
  start(): void {
    setTimeout(() => this.#look(), 1000);
  }

  #look(): void {
    statSync('outbox');
//  ^^^^^^^^ no-sync-io-in-handler
    this.start();
  }
}
new Watch().start();
