import { createServer } from 'node:http';
import { even } from './even.js';

export const limit = 10;

createServer((_request, response) => {
  response.end(String(even(limit)));
});
