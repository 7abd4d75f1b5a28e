import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';

const kitchen = new EventEmitter();

class Ticket {
  constructor(private readonly emitter: EventEmitter) {
    emitter.on('tick', this.onTick);
//          ^^ no-unreleased-listener: Each time `request` fires, another `tick` listener is added to
//             | `emitter`; none is removed; it is reached through `new Ticket`.
  }

  private readonly onTick = (): void => console.log('tick');
}

class Receipt {
  constructor(private readonly emitter: EventEmitter) {
    emitter.on('tick', this.onTick);
  }

  private readonly onTick = (): void => console.log('tick');

  dispose(): void {
    this.emitter.off('tick', this.onTick);
  }
}

createServer((request, response) => {
  const ticket = new Ticket(kitchen);
  const receipt = new Receipt(kitchen);
  response.on('finish', () => receipt.dispose());
  console.log(ticket, request.url);
});
