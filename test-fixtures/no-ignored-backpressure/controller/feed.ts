import { EventEmitter } from 'node:events';

const prices = new EventEmitter();

export function feed(): ReadableStream<number> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(0);
      prices.on('price', (price: number) => {
        controller.enqueue(price);
//                 ^^^^^^^ strict/no-ignored-backpressure: Chunks that are not read yet pile up in
//                 | `controller`: nobody looks at its `desiredSize`.
      });
    },
  });
}

// Asked for one at a time.
export function count(): ReadableStream<number> {
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(next++);
    },
  });
}
