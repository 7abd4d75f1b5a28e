import { createServer } from 'node:http';
import { hasty, patient } from './clients.js';

createServer(async (request, response) => {
  const slow = await patient.get('/stock');
//                           ^^^ no-unbounded-wait
  const quick = await hasty.get('/stock');
  response.end(String(slow.data) + String(quick.data));
});
