import { WebSocketServer } from 'ws';

const wss = new WebSocketServer({ port: 8080, verifyClient: () => true });
//                                                          ^ fact/context: request

wss.on('connection', (socket, request) => {
//                   ^ fact/context: request
  socket.on('message', data => {
//                     ^^^^ fact/context: message
    socket.send(data, () => {});
//                    ^ fact/context: message
  });
  socket.on('close', () => {});
//                   ^ fact/context: request
});
wss.on('error', () => {});
//              ^ fact/context: event
