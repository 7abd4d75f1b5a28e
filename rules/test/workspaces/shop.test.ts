import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { WebSocket } from 'ws';

const shop = fileURLToPath(new URL('../../../test-fixtures/workspaces/shop/', import.meta.url));
const run = promisify(execFile);

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** The demo application is real: it starts, serves every route and ends when asked to. */
describe('workspaces/shop', () => {
  let data: string;
  let server: ChildProcess;
  let address: string;
  let token = '';

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'shop-'));
    await cp(join(shop, 'data'), data, { recursive: true });
    await run(process.execPath, [join(shop, 'dist/scripts/seed.js'), data, '1']);
    const env = { ...process.env, PORT: '0', SHOP_DATA: data };
    server = spawn(process.execPath, [join(shop, 'dist/src/main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    assert.ok(server.stdout);
    for await (const line of createInterface(server.stdout)) {
      address = /^listening on (http:\S+)$/.exec(line)?.[1] ?? '';
      if (address) break;
    }
    assert.ok(address, 'the server says where it listens');
  });

  after(async () => {
    if (server.exitCode === null) server.kill('SIGKILL');
    await rm(data, { recursive: true, force: true });
  });

  async function request(method: string, path: string, body?: string, type = 'application/json'): Promise<Reply> {
    const headers = { 'content-type': type, authorization: `Bearer ${token}`, 'x-admin-key': 'kettle' };
    const response = await fetch(address + path, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: response.status, body: await response.text() };
  }

  async function json(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const reply = await request(method, path, body === undefined ? undefined : JSON.stringify(body));
    assert.ok(reply.status < 300, `${method} ${path}: ${String(reply.status)} ${reply.body}`);
    return JSON.parse(reply.body) as Record<string, unknown>;
  }

  it('serves the catalogue, pictures and its version', async () => {
    assert.equal((await json('GET', '/health'))['version'], '1.4.0');
    assert.equal((await json('GET', '/products/sencha'))['priceCents'], 890);
    assert.equal((await json('GET', '/products?sort=price'))['length'], 3);
    assert.match((await request('GET', '/images/teapot.svg')).body, /<svg/);
    assert.equal((await request('GET', '/products/coffee')).status, 404);
    assert.equal((await request('GET', '/orders/1')).status, 401);
  });

  it('registers, signs in, takes an order and writes its invoice', async () => {
    const may = { email: 'may@example.org', password: 'oolong' };
    await json('POST', '/accounts', may);
    token = String(
      (await json('POST', '/accounts/login', { email: 'customer-1@example.org', password: 'tea-1' }))['token'],
    );
    token = String((await json('POST', '/accounts/login', may))['token']);

    const lines = [{ productId: 'sencha', quantity: 2 }];
    const { id } = await json('POST', '/orders', { country: 'FR', lines });
    assert.equal((await json('GET', `/orders/${String(id)}`))['totalCents'], 2 * 890 + 890);
    assert.match((await request('GET', `/invoices/${String(id)}`)).body, /Total: 26\.70 EUR/);
  });

  it('keeps accounts of disk, requests and sales', async () => {
    assert.ok('kilobytes' in (await json('GET', '/admin/disk')));
    assert.ok('uptime' in (await json('GET', '/admin/uptime')));
    assert.deepEqual(await json('GET', '/admin/sales'), { orders: 1, totalCents: 2670 });
    const { requests } = (await json('GET', '/admin/counters')) as { requests: Record<string, number> };
    assert.equal(requests['/products/sencha'], 1);
  });

  it('answers over a socket and tells of new prices', async () => {
    const socket = new WebSocket(address.replace('http:', 'ws:'));
    const messages: Record<string, unknown>[] = [];
    const next = async (): Promise<Record<string, unknown>> => {
      if (messages.length === 0) await once(socket, 'message');
      return messages.shift() ?? {};
    };
    socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Record<string, unknown>));

    assert.equal((await next())['type'], 'welcome');
    socket.send(JSON.stringify({ id: 'teapot' }));
    assert.equal((await next())['image'], '/images/teapot.svg');
    assert.equal(((await json('GET', '/admin/browsers'))['roundTrips'] as number[]).length, 1);
    assert.equal((await request('PUT', '/admin/prices', 'assam,1300\n', 'text/plain')).status, 202);
    assert.deepEqual(await next(), { type: 'price', id: 'assam', priceCents: 1300 });
    socket.close();
    await once(socket, 'close');
  });

  it('ends when asked to, and leaves a snapshot and a log', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.ok((await stat(join(data, 'products.snapshot.json'))).size > 0);
    assert.match(await readFile(join(data, 'shop.log'), 'utf8'), /info GET \/health 200\n/);
  });

  it('passes its own tests', async () => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    await run(process.execPath, ['--test', join(shop, 'dist/test/shop.test.js')], { env });
  });
});
