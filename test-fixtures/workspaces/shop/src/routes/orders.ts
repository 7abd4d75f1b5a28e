import { Router } from 'express';
import type { OrderController } from '../controllers/order-controller.js';

export function orderRoutes(controller: OrderController): Router {
  const router = Router();
  router.post('/', (req, res) => controller.place(req, res));
  router.get('/:id', (req, res) => controller.show(req, res));
  return router;
}
