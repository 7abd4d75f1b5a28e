export class Till {
  private timer: NodeJS.Timeout | undefined;

  open(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => console.log('slow'), 2000);
  }

  terminate(): void {
    process.exit(0);
  }
}
