export class Oven {
  private readonly probe = setInterval(() => this.measure(), 1000);
//                         ^^^^^^^^^^^ no-timer-reset-misuse: `close` leaves this interval running.
  private readonly light = setInterval(() => this.blink(), 500);
  private preheat: NodeJS.Timeout | undefined;
  private cooling: NodeJS.Timeout | undefined;
  private ended = false;

  start(): void {
    clearTimeout(this.preheat);
    this.preheat = setTimeout(() => this.measure(), 60_000);
//                 ^^^^^^^^^^ no-timer-reset-misuse: `close` leaves this timer armed: it fires afterwards.
  }

  cool(): void {
    clearTimeout(this.cooling);
    this.cooling = setTimeout(() => {
      if (!this.ended) this.measure();
    }, 60_000);
  }

  close(): void {
    this.ended = true;
    clearInterval(this.light);
  }

  private measure(): void {
    console.log('180');
  }

  private blink(): void {
    console.log('.');
  }
}
