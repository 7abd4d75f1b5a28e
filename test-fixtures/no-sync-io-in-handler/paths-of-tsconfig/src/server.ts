import { cart } from '@shop/cart';
import { config } from '~config';
import { createServer } from 'node:http';

createServer((_request, response) => {
  response.end(cart() + config());
});
