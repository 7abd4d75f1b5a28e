import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

function prepare(): void {
//       ^^^^^^^ fact/context: startup
  both();
}

function both(): void {}
//       ^^^^ fact/context: request, startup

export function offer(): void {}
//              ^^^^^ fact/context: unknown-export

function forgotten(): void {}
//       ^^^^^^^^^ fact/context: none

class Clock {
  start(): void {
//^^^^^ fact/context: startup
    setInterval(() => this.tick(), 1000);
//              ^ fact/context: timer
  }

  tick(): void {}
//^^^^ fact/context: timer
}

prepare();
new Clock().start();

createServer(async (request, response) => {
//           ^^^^^ fact/context: request
  both();
  await readFile('page.html').then((text) => response.end(text));
//                                 ^ fact/context: request
  request.on('close', () => left());
//                    ^ fact/context: request
});

process.on('exit', () => left());
//                 ^ fact/context: exit

function left(): void {}
//       ^^^^ fact/context: exit, request
