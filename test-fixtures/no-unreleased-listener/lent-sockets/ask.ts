import { request } from 'node:http';

export function ask(done: (bytes: number) => void): void {
  const asking = request({ host: 'warehouse' }, response => response.resume());
  let bytes = 0;
  asking.on('socket', socket => {
    socket.on('data', (chunk: Buffer) => {
//         ^^ no-unreleased-listener
      bytes += chunk.length;
    });
  });
  asking.on('close', () => done(bytes));
  asking.end();
}

export function askAndRemove(done: (bytes: number) => void): void {
  const asking = request({ host: 'warehouse' }, response => response.resume());
  let bytes = 0;
  asking.on('socket', socket => {
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
    };
    socket.on('data', onData);
    asking.on('close', () => socket.off('data', onData));
  });
  asking.on('close', () => done(bytes));
  asking.end();
}
