import { Router } from 'express';
import type { InvoiceController } from '../controllers/invoice-controller.js';

export function invoiceRoutes(controller: InvoiceController): Router {
  const router = Router();
  router.get('/:id', (req, res) => controller.show(req, res));
  return router;
}
