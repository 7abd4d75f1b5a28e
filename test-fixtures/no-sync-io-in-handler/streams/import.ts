import { createReadStream, appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';

createReadStream('orders.csv').on('data', (chunk) => {
  appendFileSync('copy.csv', chunk);
//^^^^^^^^^^^^^^ no-sync-io-in-handler
});

createInterface({ input: createReadStream('lines.txt') }).on('line', (line) => {
  appendFileSync('lines.copy', line);
//^^^^^^^^^^^^^^ no-sync-io-in-handler
});

export const stamp = new Transform({
  transform(chunk, _encoding, done) {
    done(null, String(chunk) + readFileSync('stamp.txt', 'utf8'));
//                             ^^^^^^^^^^^^ no-sync-io-in-handler
  },
});

createServer((socket) => {
  socket.on('data', (data) => void socket.write(readFileSync(String(data))));
//                                              ^^^^^^^^^^^^ no-sync-io-in-handler
}).listen(0);
