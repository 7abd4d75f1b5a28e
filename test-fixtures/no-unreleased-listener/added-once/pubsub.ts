import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';

let bus: EventEmitter | undefined;

function get(): EventEmitter {
  if (bus) return bus;
  const made = new EventEmitter();
  process.on('message', message => made.emit('message', message));
  bus = made;
  return made;
}

createServer((request, response) => {
  get().emit('request', request.url);
  response.end();
});
