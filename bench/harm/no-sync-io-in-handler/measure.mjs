/**
 * What a handler does to everybody else: a server on 127.0.0.1 answers `/work` with the handler under
 * test and `/ping` at once, while another thread asks for both. Told are the waiting times of the
 * pings, and how long the event loop stood still.
 */
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

/**
 * @param {string} name
 * @param {(response: import('node:http').ServerResponse) => unknown} work ends the response
 * @param {{ requests: number, parallel: number }} load number of `/work` requests, and how many at a time
 */
export async function measure(name, work, load) {
  const server = createServer((request, response) => {
    if (request.url === '/ping') response.end('pong');
    else void work(response);
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const { pings, seconds } = await ask(address.port, load);
  delay.disable();
  server.close();
  pings.sort((a, b) => a - b);
  return {
    handler: name,
    'ping, median': milliseconds(pings[Math.floor(pings.length / 2)] ?? 0),
    'ping, 99 %': milliseconds(pings[Math.floor(pings.length * 0.99)] ?? 0),
    'loop stood still, longest': milliseconds(delay.max / 1e6),
    'requests per second': Math.round(load.requests / seconds),
  };
}

/**
 * @param {number} port
 * @param {{ requests: number, parallel: number }} load
 * @returns {Promise<{ pings: number[], seconds: number }>} waiting times in milliseconds
 */
function ask(port, load) {
  const worker = new Worker(new URL('ask.mjs', import.meta.url), { workerData: { port, ...load } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** @param {number} value */
const milliseconds = value => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
