import type { Request, Response } from 'express';
import { load } from './storage.js';

export function showOrder(req: Request, res: Response): void {
  res.json(load(String(req.params['id'])));
}
