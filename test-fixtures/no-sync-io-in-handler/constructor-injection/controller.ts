import type { Request, Response } from 'express';
import type { BookStore } from './store.js';

export class BookController {
  constructor(private readonly store: BookStore) {}

  show(req: Request, res: Response): void {
    res.json(this.store.find(String(req.params['isbn'])));
  }
}
