import { createServer } from 'node:net';

createServer(socket => {
  setInterval(() => socket.write('ping'), 30_000);
//^^^^^^^^^^^ no-timer-reset-misuse: Each time `connection` fires, `setInterval` starts another interval; none is ever cleared.

  const beat = setInterval(() => socket.write('beat'), 1000);
  socket.on('close', () => clearInterval(beat));
});

setInterval(() => console.log('still open'), 60_000);
