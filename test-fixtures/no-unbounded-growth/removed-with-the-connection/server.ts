import { createServer, type Socket } from 'node:net';

const tables = new Map<string, Socket>();
const guests = new Set<string>();

function leave(name: string): void {
  tables.delete(name);
}

createServer(socket => {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  tables.set(name, socket);
  guests.add(name);
//       ^^^ strict/no-unbounded-growth
  socket.on('close', () => leave(name));
});
