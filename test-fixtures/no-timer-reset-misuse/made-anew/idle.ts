import { createServer, type Socket } from 'node:net';

class Guest {
  private idle: NodeJS.Timeout | undefined;
  private warning: NodeJS.Timeout | undefined;
  private said = '';

  constructor(private readonly socket: Socket) {
    socket.on('data', () => this.onData());
    socket.on('close', () => clearTimeout(this.warning));
  }

  private onData(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(this.leave, 30_000);
//              ^^^^^^^^^^ strict/no-timer-reset-misuse: `this.idle` is cleared and made anew each time `data`
//                         | fires; `refresh()` would start it again; it is reached through `Guest.onData`.

    // Cleared elsewhere too: a cleared timer cannot be started again.
    clearTimeout(this.warning);
    this.warning = setTimeout(this.leave, 20_000);
  }

  private readonly leave = (): void => {
    this.socket.end(this.said);
  };
}

createServer(socket => {
  console.log(new Guest(socket));
});
