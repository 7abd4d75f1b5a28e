import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createApp } from '../src/app.js';
import { loadConfig } from '../src/config.js';
import { sweep } from '../src/jobs/cleanup.js';
import { Metrics } from '../src/lib/metrics.js';
import { hashPassword, isPassword } from '../src/lib/passwords.js';
import type { Order, Product } from '../src/model.js';
import { FlatRates } from '../src/services/flat-rates.js';
import { createShop } from '../src/shop.js';

const data = mkdtempSync(join(tmpdir(), 'shop-'));
let server: Server;
let address: string;
let token: string;

before(async () => {
  cpSync(fileURLToPath(new URL('../../data', import.meta.url)), data, { recursive: true });
  const config = loadConfig(data);
  server = createServer(createApp(createShop(config), config)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(data, { recursive: true, force: true });
});

function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

test('lists products by price', async () => {
  const products = (await (await fetch(`${address}/products?sort=price`)).json()) as Product[];
  assert.deepEqual(
    products.map(({ id }) => id),
    ['sencha', 'assam', 'teapot'],
  );
});

test('signs a customer in', async () => {
  const credentials = { email: 'may@example.org', password: 'oolong' };
  assert.equal((await post('/accounts', credentials)).status, 201);
  assert.equal((await post('/accounts', credentials)).status, 409);
  assert.equal((await post('/accounts/login', { ...credentials, password: 'coffee' })).status, 401);
  const login = await post('/accounts/login', credentials);
  ({ token } = (await login.json()) as { token: string });
  assert.match(token, /^[0-9a-f-]{36}$/);
});

test('takes an order off the stock and writes its invoice', async () => {
  const response = await post('/orders', { country: 'DE', lines: [{ productId: 'teapot', quantity: 2 }] });
  assert.equal(response.status, 201);
  const order = (await response.json()) as Order;
  assert.equal(order.totalCents, 2 * 4900 + 990);

  const product = (await (await fetch(`${address}/products/teapot`)).json()) as Product;
  assert.equal(product.stock, 1);
  const invoice = await fetch(`${address}/invoices/${order.id}`, { headers: { authorization: `Bearer ${token}` } });
  assert.match(await invoice.text(), /<td>Clay teapot<\/td>[^]*Total: 107\.90 EUR[^]*Payable within 14 days\./);
});

test('refuses what it cannot deliver', async () => {
  assert.equal((await post('/orders', { country: 'DE', lines: [{ productId: 'teapot', quantity: 9 }] })).status, 409);
  assert.equal((await post('/orders', { country: 'AQ', lines: [{ productId: 'assam', quantity: 1 }] })).status, 422);
  assert.equal((await post('/orders', { country: 'DE', lines: [] })).status, 422);
});

test('keeps the admin area for the owner', async () => {
  assert.equal((await fetch(`${address}/admin/sales`)).status, 403);
  const sales = await fetch(`${address}/admin/sales`, { headers: { 'x-admin-key': 'kettle' } });
  assert.equal(sales.status, 200);
});

test('packs receipts', async () => {
  const folder = mkdtempSync(join(data, 'receipts-'));
  cpSync(join(data, 'templates', 'invoice.html'), join(folder, '1.html'));
  assert.equal(await sweep(folder), 1);
  assert.ok(existsSync(join(folder, '1.html.gz')) && !existsSync(join(folder, '1.html')));
});

test('writes a log', () => {
  assert.match(readFileSync(join(data, 'shop.log'), 'utf8'), /info POST \/accounts 201\n/);
});

test('hashes passwords, quotes flat rates, counts in batches', () => {
  assert.ok(isPassword('tea', hashPassword('tea')) && !isPassword('coffee', hashPassword('tea')));
  assert.equal(new FlatRates(590).quote(), 590);
  const metrics = new Metrics();
  for (let request = 0; request < 20; request++) metrics.count('/');
  assert.equal(metrics.totals.get('/'), 20);
});
