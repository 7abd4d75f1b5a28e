import { EventEmitter } from 'node:events';

export class Client extends EventEmitter {
  private readonly inner = new EventEmitter();

  constructor() {
    super();
    this.on('newListener', (event: string, listener: () => void) => {
      this.inner.on(event, listener);
    });
  }
}

const outer = new EventEmitter();
const inner = new EventEmitter();

outer.on('newListener', (event: string, listener: () => void) => {
  inner.on(event, listener);
});
