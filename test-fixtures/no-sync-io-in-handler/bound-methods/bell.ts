import { EventEmitter } from 'node:events';
import { appendFileSync } from 'node:fs';

export class Bell {
  readonly #door = new EventEmitter();
  readonly knock = (who: string): void => this.#note(`knock ${who}`);

  constructor() {
    this.#door.on('ring', this.ring.bind(this));
    this.#door.on('knock', this.knock);
    this.#door.on('leave', () => this.leave());
    this.open();
  }

  ring(): void {
    appendFileSync('bell.log', 'ring\n');
//  ^^^^^^^^^^^^^^ no-sync-io-in-handler
  }

  leave(): void {
    this.#note('leave');
  }

  open(): void {
    appendFileSync('bell.log', 'open\n');
  }

  #note(text: string): void {
    appendFileSync('bell.log', `${text}\n`);
//  ^^^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

new Bell();
