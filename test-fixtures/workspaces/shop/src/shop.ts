import { join } from 'node:path';
import type { Config } from './config.js';
import { AccountController } from './controllers/account-controller.js';
import { AdminController } from './controllers/admin-controller.js';
import { InvoiceController } from './controllers/invoice-controller.js';
import { OrderController } from './controllers/order-controller.js';
import { ProductController } from './controllers/product-controller.js';
import { PriceImport } from './jobs/price-import.js';
import { Logger } from './lib/logger.js';
import { Metrics } from './lib/metrics.js';
import { TemplateLoader } from './lib/templates.js';
import { JobQueue } from './queue/job-queue.js';
import { startWorkers } from './queue/workers.js';
import { CustomerRepository } from './repositories/customer-repository.js';
import { OrderRepository } from './repositories/order-repository.js';
import { ProductRepository } from './repositories/product-repository.js';
import { AccountService } from './services/account-service.js';
import { CarrierRates } from './services/carrier-rates.js';
import { CatalogueService } from './services/catalogue-service.js';
import { FlatRates } from './services/flat-rates.js';
import { InvoiceService } from './services/invoice-service.js';
import { OrderService } from './services/order-service.js';
import { ReportService } from './services/report-service.js';
import { StockService } from './services/stock-service.js';

export type Shop = ReturnType<typeof createShop>;

/** Wires the parts of the shop together. */
export function createShop(config: Config) {
  const inData = (...names: string[]): string => join(config.dataFolder, ...names);
  const logger = new Logger(inData('shop.log'));
  const metrics = new Metrics();
  const queue = new JobQueue();

  const products = new ProductRepository(inData('products.json'));
  const orderRepository = new OrderRepository(inData('orders'));
  const accounts = new AccountService(new CustomerRepository(inData('customers.json')));
  const catalogue = new CatalogueService(products);
  const rates = config.shipping === 'flat' ? new FlatRates(590) : new CarrierRates(inData('carrier.csv'));
  const orders = new OrderService(orderRepository, catalogue, new StockService(products), rates, queue);
  const invoices = new InvoiceService(new TemplateLoader(inData('templates')), catalogue, config.dataFolder, config.currency);

  const priceFile = inData('incoming', 'prices.csv');
  const priceImport = new PriceImport(catalogue, priceFile, config.importEverySeconds * 1000, logger);
  const files = { dataFolder: config.dataFolder, priceFile };
  startWorkers(queue, invoices, logger);

  return {
    logger,
    metrics,
    products,
    catalogue,
    accounts,
    priceImport,
    controllers: {
      account: new AccountController(accounts),
      product: new ProductController(catalogue),
      order: new OrderController(orders),
      invoice: new InvoiceController(orders, invoices),
      admin: new AdminController(new ReportService(inData('orders')), priceImport, queue, metrics, files),
    },
  };
}
