import { createServer, type ServerResponse } from 'node:http';
import { EventEmitter } from 'node:events';
import { listen, unlisten } from './listening.js';

const kitchen = new EventEmitter();

function follow(response: ServerResponse): void {
  process.on('message', () => response.end());
//        ^^ no-unreleased-listener
}

createServer((request, response) => {
  follow(response);
  const onDone = (): void => void response.end();
  listen(kitchen, onDone);
  request.on('close', () => unlisten(kitchen, onDone));
});
