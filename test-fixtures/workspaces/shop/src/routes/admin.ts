import { Router, text } from 'express';
import type { AdminController } from '../controllers/admin-controller.js';
import { ownerOnly } from '../middleware/sign-in.js';

export function adminRoutes(controller: AdminController, adminKey: string): Router {
  const router = Router();
  router.use(ownerOnly(adminKey));
  router.get('/disk', (req, res) => controller.disk(req, res));
  router.get('/uptime', (req, res) => controller.uptime(req, res));
  router.get('/counters', (req, res) => controller.counters(req, res));
  router.get('/sales', (req, res) => controller.sales(req, res));
  router.get('/browsers', (req, res) => controller.browsers(req, res));
  router.put('/prices', text(), (req, res) => controller.prices(req, res));
  return router;
}
