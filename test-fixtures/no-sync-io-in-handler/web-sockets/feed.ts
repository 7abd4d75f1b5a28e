import { readFileSync } from 'node:fs';
import { WebSocketServer } from 'ws';

const feed = new WebSocketServer({ port: 8081, cert: readFileSync('cert.pem') } as object);

feed.on('connection', (socket) => {
  socket.on('message', (data) => {
    socket.send(readFileSync(`feeds/${String(data)}`));
//              ^^^^^^^^^^^^ no-sync-io-in-handler
  });
  socket.on('close', goodbye);
});

function goodbye(): void {
  readFileSync('goodbye.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
}
