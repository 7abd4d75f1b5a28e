import { createServer } from 'node:http';

class Link {
  private outbox: string[] = [];
  private socket: WebSocket | undefined;

  connect(): void {
    const socket = new WebSocket('ws://localhost/');
    socket.onopen = () => {
      this.socket = socket;
      this.flush();
    };
    socket.onclose = () => {
      this.socket = undefined;
    };
  }

  send(text: string): void {
    if (this.socket) this.socket.send(text);
    else this.outbox.push(text);
//                   ^^^^ no-unbounded-queue: Each time `request` fires, `this.outbox` may gain an entry; it
//                        | has no limit until `open` empties it; it is reached through `Link.send`.
  }

  private flush(): void {
    const texts = this.outbox;
    this.outbox = [];
    for (const text of texts) this.socket?.send(text);
  }
}

const link = new Link();
link.connect();

createServer((request, response) => {
  link.send(request.url ?? '');
  response.end();
});
