import { EventEmitter, once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';

class Bus extends EventEmitter {
  constructor() {
    super();
    this.on('tick', () => appendFileSync('ticks', '.'));
//                        ^^^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

const bus = new Bus();

bus.on('job', (id: string) => {
  work(id);
});
bus.addListener('log', note);
bus.once('ready', () => readFileSync('ready.txt'));

function work(id: string): void {
  readFileSync(`jobs/${id}`);
//^^^^^^^^^^^^ no-sync-io-in-handler
}

function note(line: string): void {
  appendFileSync('bus.log', line);
//^^^^^^^^^^^^^^ no-sync-io-in-handler
}

await once(bus, 'ready');
readFileSync('after.txt');
