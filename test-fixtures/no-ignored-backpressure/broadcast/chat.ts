import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 8080 });

server.on('connection', socket => {
  socket.on('message', text => {
    for (const client of server.clients) client.send(String(text));
//                                              ^^^^ strict/no-ignored-backpressure: What `the stream` has not taken yet
//                                                   | piles up in memory: nobody looks at its
//                                                   | `bufferedAmount`.
  });
  // One answer for one question.
  socket.on('ping', () => socket.send('pong'));
});
