import { createServer } from 'node:net';

createServer(socket => {
  socket.on('data', () => {
    socket.on('close', () => console.log('closed'));
//         ^^ no-unreleased-listener
  });
});
