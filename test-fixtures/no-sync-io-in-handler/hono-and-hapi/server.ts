import Hapi from '@hapi/hapi';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';

const app = new Hono();
app.get('/', (c) => c.text(readFileSync('index.txt', 'utf8')));
//                         ^^^^^^^^^^^^ no-sync-io-in-handler

const server = Hapi.server({ port: 3000, tls: { key: readFileSync('key.pem') } });
server.route({
  method: 'GET',
  path: '/',
  handler: () => readFileSync('index.txt', 'utf8'),
//               ^^^^^^^^^^^^ no-sync-io-in-handler
});

export default app;
