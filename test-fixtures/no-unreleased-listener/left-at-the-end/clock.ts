import type { EventEmitter } from 'node:events';

export class Clock {
  constructor(private readonly heart: EventEmitter) {
    heart.on('tick', this.onTick);
//        ^^ no-unreleased-listener: `dispose` leaves this `tick` listener on `heart`.
    heart.on('tock', this.onTock);
  }

  private readonly onTick = (): void => console.log('tick');
  private readonly onTock = (): void => console.log('tock');

  pause(): void {
    this.heart.off('tick', this.onTick);
  }

  dispose(): void {
    this.heart.off('tock', this.onTock);
  }
}
