import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/**
 * Tells when the process that loads a configuration is there and when it is gone: the configuration
 * connects to it, and the system closes the connection when the process ends, however it ends.
 */
export class Lifeline {
  readonly #server = createServer();
  readonly #sockets: Socket[] = [];
  #connection: Promise<Socket> | undefined;

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#connection = once(this.#server, 'connection').then(([connection]) => {
      const socket = connection as Socket;
      this.#sockets.push(socket.on('error', () => undefined).resume());
      return socket;
    });
  }

  /** The line of a configuration that holds on to this. */
  get line(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `await new Promise(done => process.getBuiltinModule('node:net').connect(${port}, '127.0.0.1', done));`;
  }

  /** Resolves when a configuration has run the line. */
  async connected(): Promise<void> {
    await this.#connection;
  }

  /** Resolves when the process that ran the line is gone. */
  async released(): Promise<void> {
    const socket = await this.#connection;
    if (socket?.closed === false) await once(socket, 'close');
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
