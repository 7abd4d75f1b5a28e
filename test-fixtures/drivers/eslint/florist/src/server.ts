import express, { type Request, type Response } from 'express';
import { Stock } from './stock.js';

const stock: Stock = new Stock('stock');
const app = express();

app.get('/stock/:flower', (request: Request, response: Response): void => {
  response.json(stock.count(request.params['flower'] as string));
});

app.listen(8080);
