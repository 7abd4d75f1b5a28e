import { EventEmitter } from 'node:events';

export class Bus {
  private readonly local = new EventEmitter();

  ping(node: string): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), 2000);
      const onPong = (from: string): void => {
        if (from === node) {
          clearTimeout(timer);
          this.local.off('pong', onPong);
          resolve(true);
        }
      };
      this.local.on('pong', onPong);
//               ^^ no-unreleased-listener: This `pong` listener stays on `this.local` when the timer beside it fires first.
    });
  }

  pingAndRemove(node: string): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        this.local.off('pong', onPong);
        resolve(false);
      }, 2000);
      const onPong = (from: string): void => {
        if (from === node) {
          clearTimeout(timer);
          this.local.off('pong', onPong);
          resolve(true);
        }
      };
      this.local.on('pong', onPong);
    });
  }
}
