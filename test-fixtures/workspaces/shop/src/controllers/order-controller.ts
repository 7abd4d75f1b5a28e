import type { Request, Response } from 'express';
import { customerOf } from '../middleware/sign-in.js';
import type { OrderLine } from '../model.js';
import type { OrderService } from '../services/order-service.js';

export class OrderController {
  constructor(private readonly orders: OrderService) {}

  async place(req: Request, res: Response): Promise<void> {
    const { country, lines } = req.body as { country: string; lines: OrderLine[] };
    const order = await this.orders.place(customerOf(res).id, country, lines);
    res.status(201).location(`/orders/${order.id}`).json(order);
  }

  async show(req: Request<{ id: string }>, res: Response): Promise<void> {
    res.json(await this.orders.get(req.params.id, customerOf(res).id));
  }
}
