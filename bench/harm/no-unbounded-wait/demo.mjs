// node bench/harm/no-unbounded-wait/demo.mjs
// Handlers that ask a server which takes requests and never answers; prints one table in a few seconds.
import { createServer, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { megabytes, memoryInUse } from '../memory.mjs';

const REQUESTS = 500;

const silent = createServer(() => undefined);
await new Promise(ready => silent.listen(0, '127.0.0.1', () => ready(undefined)));
const address = silent.address();
if (address === null || typeof address === 'string') throw new Error('the server has no port');
const { port } = address;

/** @param {string} name @param {number | undefined} limit milliseconds */
async function measure(name, limit) {
  let waiting = 0;
  /** @type {import('node:http').ClientRequest[]} */
  const asked = [];
  const before = memoryInUse();
  for (let request = 0; request < REQUESTS; request++) {
    const body = Buffer.alloc(10 * 1024, request);
    waiting++;
    const signal = limit === undefined ? undefined : AbortSignal.timeout(limit);
    const asking = get({ host: '127.0.0.1', port, ...(signal && { signal }) });
    asking.once('error', () => (waiting -= body.length > 0 ? 1 : 0));
    if (limit === undefined) asked.push(asking);
  }
  await sleep(2000);
  const row = {
    '500 handlers, after 2 s': name,
    'still waiting': waiting,
    'memory more': megabytes(Math.max(0, memoryInUse() - before)),
  };
  for (const asking of asked) asking.destroy(new Error('the measurement is over'));
  await sleep(100);
  return row;
}

console.table([await measure('no limit', undefined), await measure('AbortSignal.timeout(500)', 500)]);
silent.closeAllConnections();
silent.close();
