import { readFileSync } from 'node:fs';
import express from 'express';
import { priceOf } from './prices.js';

const banner = readFileSync('banner.txt', 'utf8');
const app = express();

app.get('/price/:cake', async (request, response) => {
  response.send(banner + (await priceOf(request.params.cake)));
});

app.listen(8080);
