import * as fs from 'node:fs';
import { createServer } from 'node:http';

interface Reader {
  read?(name: string): string;
}

const reader = {
  read: (name: string) => (fs as typeof import('node:fs')).readFileSync(name, 'utf8'),
//                                                         ^^^^^^^^^^^^ no-sync-io-in-handler
} satisfies Reader as Reader;

createServer((request, response) => {
  response.end(reader.read?.(request.url!)?.trim());
  (fs.statSync)('a');
//    ^^^^^^^^ no-sync-io-in-handler
  fs?.lstatSync?.('b');
//    ^^^^^^^^^ no-sync-io-in-handler
  (0, fs.accessSync)('c');
//       ^^^^^^^^^^ no-sync-io-in-handler
  <number>fs.openSync('d', 'r');
//           ^^^^^^^^ no-sync-io-in-handler
});
