import { randomUUID } from 'node:crypto';
import { type Order, type OrderLine, ShopError } from '../model.js';
import type { JobQueue } from '../queue/job-queue.js';
import type { OrderRepository } from '../repositories/order-repository.js';
import type { CatalogueService } from './catalogue-service.js';
import type { ShippingRates } from './shipping-rates.js';
import type { StockService } from './stock-service.js';

export class OrderService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly catalogue: CatalogueService,
    private readonly stock: StockService,
    private readonly rates: ShippingRates,
    private readonly queue: JobQueue,
  ) {}

  async place(customerId: string, country: string, lines: readonly OrderLine[]): Promise<Order> {
    if (lines.length === 0) throw new ShopError(422, 'an order needs a line');
    let weightGrams = 0;
    let goodsCents = 0;
    for (const line of lines) {
      const product = this.catalogue.get(line.productId);
      weightGrams += product.weightGrams * line.quantity;
      goodsCents += product.priceCents * line.quantity;
    }
    const shippingCents = this.rates.quote(country, weightGrams);
    for (const line of lines) await this.stock.reserve(line.productId, line.quantity);
    const order = {
      id: randomUUID(),
      customerId,
      country,
      lines,
      shippingCents,
      totalCents: goodsCents + shippingCents,
      placedAt: new Date().toISOString(),
    };
    await this.orders.add(order);
    this.queue.push({ kind: 'receipt', order });
    return order;
  }

  async get(id: string, customerId: string): Promise<Order> {
    const order = await this.orders.find(id);
    if (order?.customerId !== customerId) throw new ShopError(404, `no order ${id}`);
    return order;
  }
}
