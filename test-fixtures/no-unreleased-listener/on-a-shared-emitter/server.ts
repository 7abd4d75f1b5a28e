import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';

const kitchen = new EventEmitter();

createServer((request, response) => {
  kitchen.on('done', () => response.end());
//        ^^ no-unreleased-listener

  const onBurnt = (): void => void response.end();
  kitchen.on('burnt', onBurnt);
  request.on('close', () => kitchen.off('burnt', onBurnt));

  kitchen.once('open', () => response.write('open'));
});

kitchen.on('done', () => console.log('done'));
