import { EventEmitter } from 'node:events';

export class Scale {
  private beat: NodeJS.Timeout | undefined;
  private settle: NodeJS.Timeout | undefined;
  private pause: NodeJS.Timeout | undefined;

  constructor(private readonly port: EventEmitter) {
    port.on('weight', () => this.onWeight());
    port.on('tare', () => this.onTare());
    port.on('idle', () => this.onIdle());
  }

  private onWeight(): void {
    this.beat = setInterval(() => this.port.emit('beat'), 1000);
//              ^^^^^^^^^^^ no-timer-reset-misuse: `this.beat` is armed again each time `weight` fires, and
//                          | the timer it held goes on; it is reached through `Scale.onWeight`.
  }

  private onTare(): void {
    clearTimeout(this.settle);
    this.settle = setTimeout(() => this.port.emit('settled'), 500);
  }

  private onIdle(): void {
    if (this.pause) return;
    this.pause = setTimeout(() => {
      this.pause = undefined;
    }, 2000);
  }

  close(): void {
    clearInterval(this.beat);
    clearTimeout(this.settle);
    clearTimeout(this.pause);
  }
}
