import type { Request, Response } from 'express';
import { customerOf } from '../middleware/sign-in.js';
import type { InvoiceService } from '../services/invoice-service.js';
import type { OrderService } from '../services/order-service.js';

export class InvoiceController {
  constructor(
    private readonly orders: OrderService,
    private readonly invoices: InvoiceService,
  ) {}

  async show(req: Request<{ id: string }>, res: Response): Promise<void> {
    const order = await this.orders.get(req.params.id, customerOf(res).id);
    res.type('html').send(this.invoices.render(order));
  }
}
