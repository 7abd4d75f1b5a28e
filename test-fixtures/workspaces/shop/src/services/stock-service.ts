import { ShopError } from '../model.js';
import type { ProductRepository } from '../repositories/product-repository.js';

export class StockService {
  constructor(private readonly products: ProductRepository) {}

  /** Takes goods off the shelf, or fails when there are too few. */
  async reserve(productId: string, quantity: number): Promise<void> {
    const product = this.products.get(productId);
    if (!product) throw new ShopError(404, `no product ${productId}`);
    if (product.stock < quantity) throw new ShopError(409, `only ${product.stock} of ${productId} left`);
    await this.products.save({ ...product, stock: product.stock - quantity });
  }
}
