import { EventEmitter } from 'node:events';

const lid = new EventEmitter();
let spin: NodeJS.Timeout | undefined;

lid.on('shut', () => {
  spin = setInterval(() => console.log('spin'), 100);
});
lid.on('lifted', () => {
  clearInterval(spin);
});
