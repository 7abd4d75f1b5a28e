abstract class Disposable {
  private readonly kept: (() => void)[] = [];

  protected _register(end: () => void): void {
    this.kept.push(end);
  }

  dispose(): void {
    for (const end of this.kept) end();
  }
}

export class Cursor extends Disposable {
  private blink: NodeJS.Timeout | undefined;
  private fade: NodeJS.Timeout | undefined;

  constructor() {
    super();
    this._register(() => clearTimeout(this.blink));
  }

  show(): void {
    clearTimeout(this.blink);
    this.blink = setTimeout(() => console.log('|'), 500);
  }

  hide(): void {
    clearTimeout(this.fade);
    this.fade = setTimeout(() => console.log(' '), 500);
//              ^^^^^^^^^^ no-timer-reset-misuse: `dispose` leaves this timer armed: it fires afterwards.
  }
}
