import type { Request, Response } from 'express';
import type { CatalogueService } from '../services/catalogue-service.js';

export class ProductController {
  constructor(private readonly catalogue: CatalogueService) {}

  list(req: Request, res: Response): void {
    res.json(this.catalogue.list(req.query['sort'] === 'price' ? 'price' : 'name'));
  }

  show(req: Request<{ id: string }>, res: Response): void {
    res.json(this.catalogue.get(req.params.id));
  }
}
