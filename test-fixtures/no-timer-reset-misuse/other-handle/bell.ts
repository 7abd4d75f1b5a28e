export class Bell {
  private timeout: NodeJS.Timeout | undefined;
  private timer?: NodeJS.Timeout;

  ring(): void {
    this.timeout = setTimeout(() => console.log('ding'), 1000);
  }

  hush(): void {
    clearTimeout(this.timer);
//  ^^^^^^^^^^^^ no-timer-reset-misuse: `this.timer` never holds a timer; `this.timeout` does, and is not cleared.
  }
}
