import { createServer } from 'node:http';
import axios from 'axios';

function late(ms: number): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('late')), ms));
}

createServer(async (request, response) => {
  const stock = await Promise.race([axios.get('http://warehouse/stock'), late(5000)]);
  response.end(String(stock.data));
});
