export class Alive {
  private timer: NodeJS.Timeout | undefined;

  start(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.poke(), 1000);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private poke(): void {
    this.timer = setTimeout(() => this.answered(), 2000);
  }

  private answered(): void {
    this.start();
  }
}

const alive = new Alive();
alive.start();
process.on('SIGTERM', () => alive.stop());
