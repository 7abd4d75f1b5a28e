/**
 * Customers of the shop in the folder that is named: they sign in, order, look at invoices, and the owner asks for the
 * disk, over loopback, a bounded number of times. Prints one line of JSON: the delay of the shop's event loop, and how
 * long the health check took meanwhile. Started by cascade-shop.mjs; the customers are a process of their own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CUSTOMERS = 8;
const VISITS = 40;

if (process.argv[2] === '--customers') await customers(Number(process.argv[3]));
else await serve(process.argv[2] ?? '.');

/** @param {string} folder */
async function serve(folder) {
  /** @param {string} path */
  const load = path => import(pathToFileURL(join(folder, 'dist/src', path)).href);
  const { createApp } = await load('app.js');
  const { loadConfig } = await load('config.js');
  const { createShop } = await load('shop.js');
  const data = mkdtempSync(join(tmpdir(), 'shop-load-'));
  cpSync(join(folder, 'data'), data, { recursive: true });
  const config = loadConfig(data);
  const server = createServer(createApp(createShop(config), config)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const child = fork(fileURLToPath(import.meta.url), ['--customers', String(server.address().port)]);
  await once(child, 'message');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  child.send('go');
  const [waited] = await once(child, 'message');
  delay.disable();
  const ms = nanoseconds => Math.round(nanoseconds / 1e5) / 10;
  console.log(
    JSON.stringify({
      'p50 delay (ms)': ms(delay.percentile(50)),
      'p99 delay (ms)': ms(delay.percentile(99)),
      'longest delay (ms)': ms(delay.max),
      'p99 of /health (ms)': waited,
    }),
  );
  child.kill();
  rmSync(data, { recursive: true, force: true });
  process.exit();
}

/** @param {number} port */
async function customers(port) {
  const address = `http://127.0.0.1:${port}`;
  const headers = { 'content-type': 'application/json' };
  const post = (path, body, token = '') =>
    fetch(address + path, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const account = { email: 'may@example.org', password: 'oolong' };
  await post('/accounts', account);
  const order = { country: 'DE', lines: [{ productId: 'assam', quantity: 0 }] };
  process.send('ready');
  await once(process, 'message');
  /** @type {number[]} */
  const waits = [];
  let isOpen = true;
  const visits = async () => {
    for (let visit = 0; visit < VISITS; visit++) {
      const { token } = await (await post('/accounts/login', account)).json();
      const { id } = await (await post('/orders', order, token)).json();
      await (await fetch(`${address}/invoices/${id}`, { headers: { authorization: `Bearer ${token}` } })).text();
      await (await fetch(`${address}/admin/disk`, { headers: { 'x-admin-key': 'kettle' } })).text();
    }
  };
  const health = async () => {
    while (isOpen) {
      const asked = performance.now();
      await (await fetch(`${address}/health`)).text();
      waits.push(performance.now() - asked);
    }
  };
  const asking = health();
  await Promise.all(Array.from({ length: CUSTOMERS }, visits));
  isOpen = false;
  await asking;
  waits.sort((a, b) => a - b);
  process.send(Math.round(waits[Math.floor(waits.length * 0.99)] * 10) / 10);
}
