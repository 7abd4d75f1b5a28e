import { appendFileSync, readFileSync } from 'node:fs';
import { Server } from 'socket.io';

const io = new Server(3000);
const rules = readFileSync('rules.txt', 'utf8');

io.use((socket, next) => {
  readFileSync('banned.txt');
//^^^^^^^^^^^^ no-sync-io-in-handler
  next();
});

io.on('connection', (socket) => {
  socket.emit('rules', rules, readFileSync('greeting.txt', 'utf8'));
//                            ^^^^^^^^^^^^ no-sync-io-in-handler
  socket.on('say', (text: string) => {
    appendFileSync('chat.log', text);
//  ^^^^^^^^^^^^^^ no-sync-io-in-handler
  });
});

io.of('/admin').on('connection', (socket) => {
  socket.on('log', () => socket.emit('log', readFileSync('chat.log', 'utf8')));
//                                          ^^^^^^^^^^^^ no-sync-io-in-handler
});
