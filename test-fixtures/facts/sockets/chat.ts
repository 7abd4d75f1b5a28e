import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';

const io = new Server(createServer());

function say(text: string): void {}
//       ^^^ fact/context: message

const register = (socket: Socket): void => {
//               ^ fact/context: message, request
  socket.on('say', say);
};

io.use((socket, next) => next());
//     ^ fact/context: request
io.on('connection', socket => {
//                  ^^^^^^ fact/context: request
  register(socket);
  socket.on('join', (room, done) => done());
//                  ^ fact/context: message
  socket.emit('hello', () => {});
//                     ^ fact/context: request
});
io.of('/admin').on('connection', socket => {
//                               ^^^^^^ fact/context: request
  socket.on('stop', () => {});
//                  ^ fact/context: message
});
