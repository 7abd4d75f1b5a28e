import { EventEmitter } from 'node:events';

const prices = new EventEmitter();

export function feed(): ReadableStream<number> {
  return new ReadableStream({
    start(controller) {
      prices.on('price', (price: number) => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(price);
      });
    },
  });
}
