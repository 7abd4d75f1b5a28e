import type { Request, Response } from 'express';
import { load } from './storage.js';

export function showOrder(req: Request, res: Response): void {
//              ^^^^^^^^^ path: handler `showOrder` of `GET /orders/:id`
  res.json(load(String(req.params['id'])));
//         ^^^^ path: calls `load`
}
