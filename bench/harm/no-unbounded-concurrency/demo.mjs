// node bench/harm/no-unbounded-concurrency/demo.mjs
// A thousand requests to a server on loopback that takes 64 connections: all at once, eight at once, one by one; prints one table.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { milliseconds } from '../memory.mjs';

const REQUESTS = 1000;
const TAKEN = 64;
const AT_ONCE = 8;

const server = createServer((_request, response) => {
  setTimeout(() => response.end('ok'), 2);
});
server.maxConnections = TAKEN;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

/** @returns {Promise<void>} */
function ask(/** @type {number} */ id) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: `/${id}`, agent: false }, response => {
      response.resume().on('end', resolve);
    });
    asked.on('error', reject).end();
  });
}

/** @type {Record<string, (ids: number[], work: (id: number) => Promise<void>) => Promise<unknown>>} */
const forms = {
  'all at once': (ids, work) => Promise.all(ids.map(id => work(id))),
  'eight at once': (ids, work) => {
    const left = ids.values();
    const worker = async () => {
      // Eight loops share one iterator: each takes the next when it is done with the last.
      for (const id of left) await work(id);
    };
    return Promise.all(Array.from({ length: AT_ONCE }, worker));
  },
  'one by one': async (ids, work) => {
    for (const id of ids) await work(id);
  },
};

const rows = [];
for (const [name, run] of Object.entries(forms)) {
  const ids = Array.from({ length: REQUESTS }, (_, id) => id);
  let failed = 0;
  let going = 0;
  let mostGoing = 0;
  const start = performance.now();
  await run(ids, async id => {
    mostGoing = Math.max(mostGoing, ++going);
    try {
      await ask(id);
    } catch {
      failed += 1;
    }
    going -= 1;
  });
  rows.push({ requests: name, 'most at once': mostGoing, failed, took: milliseconds(performance.now() - start) });
}
console.table(rows);
server.close();
