import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 8081 });
const MOST = 1_000_000;

// Who is too slow is left out.
server.on('connection', socket => {
  socket.on('message', text => {
    for (const client of server.clients) {
      if (client.bufferedAmount < MOST) client.send(String(text));
    }
  });
});
