import { EventEmitter } from 'node:events';

export const bell = new EventEmitter();

export class Guest {
  constructor(private readonly name: string) {
    bell.on('ring', this.onRing);
//       ^^ no-unreleased-listener
  }

  private readonly onRing = (): void => console.log(this.name);

  dispose(): void {
    console.log('bye', this.name);
  }
}

export class Visitor {
  constructor(private readonly name: string) {
    bell.on('ring', this.onRing);
  }

  private readonly onRing = (): void => console.log(this.name);

  dispose(): void {
    bell.off('ring', this.onRing);
  }
}
