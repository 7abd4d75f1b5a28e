import { connect, type Socket } from 'node:net';

export function open(port: number, done: (error?: Error) => void): Socket {
  const socket = connect(port);
  const timer = setTimeout(() => socket.destroy(), 10_000);
//              ^^^^^^^^^^ no-timer-reset-misuse: This timer stays armed when `error` fires: another listener clears it.
  socket.once('connect', () => {
    clearTimeout(timer);
    done();
  });
  socket.on('error', error => {
    done(error);
  });
  return socket;
}

export function openSafely(port: number, done: (error?: Error) => void): Socket {
  const socket = connect(port);
  const timer = setTimeout(() => socket.destroy(), 10_000);
  socket.once('connect', () => {
    clearTimeout(timer);
    done();
  });
  socket.on('error', error => {
    clearTimeout(timer);
    done(error);
  });
  return socket;
}
