import { Router } from 'express';
import type { ProductController } from '../controllers/product-controller.js';

export function productRoutes(controller: ProductController): Router {
  const router = Router();
  router.get('/', controller.list.bind(controller));
  router.get('/:id', controller.show.bind(controller));
  return router;
}
