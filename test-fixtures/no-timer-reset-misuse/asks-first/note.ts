export class Note {
  private readonly guests = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  leave(guest: string): void {
    this.guests.delete(guest);
    this.timer = setTimeout(() => {
      if (this.mayClose()) this.close();
    }, 10_000);
  }

  enter(guest: string): void {
    clearTimeout(this.timer);
    this.guests.add(guest);
  }

  close(): void {
    this.isClosed = true;
    console.log('closed');
  }

  private mayClose(): boolean {
    return this.guests.size === 0 && !this.isClosed;
  }
}
