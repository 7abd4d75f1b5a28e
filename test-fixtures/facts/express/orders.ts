import { Router } from 'express';
import * as controller from './controller';

export const orders = Router();

class Kitchen {
  cook(): void {}
//^^^^ fact/context: request
}
const kitchen = new Kitchen();

orders.use(controller.log);
orders.get('/', controller.list);
orders.delete('/:id', async (request, response) => {
//                    ^^^^^ fact/context: request
  kitchen.cook();
  response.sendFile('deleted.html', () => response.end());
//                                  ^ fact/context: request
});
orders.post('/', kitchen.cook.bind(kitchen));
