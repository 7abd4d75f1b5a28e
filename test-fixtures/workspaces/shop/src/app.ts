import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Config } from './config.js';
import { customersOnly } from './middleware/sign-in.js';
import { ShopError } from './model.js';
import { accountRoutes } from './routes/accounts.js';
import { adminRoutes } from './routes/admin.js';
import { invoiceRoutes } from './routes/invoices.js';
import { orderRoutes } from './routes/orders.js';
import { productRoutes } from './routes/products.js';
import type { Shop } from './shop.js';
import { version } from './version.js';

export function createApp(shop: Shop, config: Config): Express {
  const { controllers, logger, metrics } = shop;
  const app = express();
  app.disable('x-powered-by');

  app.use((req: Request, res: Response, next: NextFunction) => {
    metrics.count(req.path);
    res.on('finish', () => logger.info(`${req.method} ${req.originalUrl} ${res.statusCode}`));
    next();
  });
  app.use(express.json({ limit: '100kb' }));

  app.get('/health', (_req, res) => {
    res.json({ shop: config.name, version });
  });
  app.use('/images', express.static(join(config.dataFolder, 'images')));
  app.use('/accounts', accountRoutes(controllers.account));
  app.use('/products', productRoutes(controllers.product));
  app.use('/orders', customersOnly(shop.accounts), orderRoutes(controllers.order));
  app.use('/invoices', customersOnly(shop.accounts), invoiceRoutes(controllers.invoice));
  app.use('/admin', adminRoutes(controllers.admin, config.adminKey));

  app.use((error: unknown, req: Request, res: Response, _next: NextFunction) => {
    if (error instanceof ShopError) {
      res.status(error.status).json({ error: error.message });
      return;
    }
    logger.error(`${req.method} ${req.originalUrl}`, error);
    res.status(500).json({ error: 'something went wrong' });
  });
  return app;
}
