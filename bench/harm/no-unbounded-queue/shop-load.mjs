// Orders for the shop in the folder that is named, over loopback, while each receipt takes a while to file; prints one line of JSON.
// Started by shop.mjs.
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { megabytes, memoryInUse } from '../memory.mjs';

const ORDERS = 6000;
const ROUNDS = 3;
const CONNECTIONS = 16;
const LINES = 200;

const folder = process.argv[2] ?? '.';
/** @param {string} path */
const load = path => import(pathToFileURL(join(folder, 'dist/src', path)).href);
const { createApp } = await load('app.js');
const { loadConfig } = await load('config.js');
const { createShop } = await load('shop.js');
const { InvoiceService } = await load('services/invoice-service.js');
const { StockService } = await load('services/stock-service.js');
const { OrderRepository } = await load('repositories/order-repository.js');
const { JobQueue } = await load('queue/job-queue.js');

// The disk is slow, and the shelves are full.
InvoiceService.prototype.file = () => sleep(20);
StockService.prototype.reserve = async () => {};
OrderRepository.prototype.add = async () => {};
const { push } = JobQueue.prototype;
/** @type {Set<{ readonly length: number }>} */
const queues = new Set();
JobQueue.prototype.push = function (/** @type {unknown} */ job) {
  queues.add(this);
  return push.call(this, job);
};
console.warn = () => {};
console.error = () => {};

const data = mkdtempSync(join(tmpdir(), 'shop-load-'));
cpSync(join(folder, 'data'), data, { recursive: true });
const config = loadConfig(data);
const server = createServer(createApp(createShop(config), config)).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** @param {string} path @param {unknown} body @param {string} [token] @returns {Promise<{ status: number, text: string }>} */
function post(path, body, token = '') {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent, method: 'POST', headers }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', chunk => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

const account = { email: 'may@example.org', password: 'oolong' };
await post('/accounts', account);
const { token } = JSON.parse((await post('/accounts/login', account)).text);
const order = { country: 'DE', lines: Array.from({ length: LINES }, () => ({ productId: 'assam', quantity: 0 })) };

let refused = 0;
const heaps = [memoryInUse()];
for (let round = 0; round < ROUNDS; round++) {
  let left = ORDERS / ROUNDS;
  const customer = async () => {
    while (left-- > 0) if ((await post('/orders', order, token)).status !== 201) refused += 1;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, customer));
  heaps.push(memoryInUse());
}
const [before = 0, ...after] = heaps;
const growth = after.map(heap => megabytes(heap - before)).join(', ');
console.log(
  JSON.stringify({
    orders: ORDERS,
    refused,
    waiting: [...queues][0]?.length ?? 0,
    [`memory after each ${ORDERS / ROUNDS}`]: growth,
  }),
);
agent.destroy();
server.closeAllConnections();
server.close();
rmSync(data, { recursive: true, force: true });
process.exit();
