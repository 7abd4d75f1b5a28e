import { createServer } from 'node:http';
import { ask, askPlainly } from './client.js';

createServer(async (request, response) => {
  const hasty = await ask('/stock', { timeout: 5000 });
  const patient = await ask('/stock');
  const plain = await askPlainly('/stock');
  response.end(JSON.stringify([hasty, patient, plain]));
});
