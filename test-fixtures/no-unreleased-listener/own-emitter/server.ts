import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';

class Order extends EventEmitter {
  private readonly steps = new EventEmitter();

  constructor() {
    super();
    this.steps.on('baked', () => this.emit('ready'));
    this.on('ready', () => console.log('ready'));
  }
}

createServer((request, response) => {
  const order = new Order();
  order.on('ready', () => response.end());
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
//                                             ^^^^ no-unbounded-queue
});
