declare function handle(message: string): Promise<void>;

export class Consumer {
  private beat: NodeJS.Timeout | undefined;

  constructor(receive: (take: (messages: string[]) => void) => void) {
    receive(messages => void Promise.all(messages.map(message => this.take(message))));
    setInterval(() => void this.take('ping'), 60_000);
  }

  private async take(message: string): Promise<void> {
    this.beat = this.startBeat(message);
//                   ^^^^^^^^^ no-timer-reset-misuse: `this.beat` is armed again each time `setInterval`
//                             | fires, and the timer it held goes on; it is reached through `Consumer.take`.
    try {
      await handle(message);
    } finally {
      clearInterval(this.beat);
    }
  }

  private startBeat(message: string): NodeJS.Timeout {
    return setInterval(() => console.log(message), 1000);
  }
}
