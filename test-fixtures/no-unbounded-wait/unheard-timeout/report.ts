import { get, request } from 'node:http';

export function ask(done: (status: number | undefined) => void): void {
  const asking = request({ host: 'warehouse', timeout: 5000 }, response => done(response.statusCode));
//               ^^^^^^^ no-unbounded-wait: The timeout of this `http.request` ends nothing: nobody listens to its `timeout` event.
  asking.on('error', () => done(undefined));
  asking.end();
}

export function askAndGiveUp(done: (status: number | undefined) => void): void {
  const asking = request({ host: 'warehouse', timeout: 5000 }, response => done(response.statusCode));
  asking.on('timeout', () => asking.destroy(new Error('late')));
  asking.on('error', () => done(undefined));
  asking.end();
}

export function askWithSignal(done: (status: number | undefined) => void): void {
  get({ host: 'warehouse', timeout: 5000, signal: AbortSignal.timeout(5000) }, response => {
    done(response.statusCode);
  }).on('error', () => done(undefined));
}
