import { EventEmitter } from 'node:events';
import { type Product, ShopError } from '../model.js';
import type { ProductRepository } from '../repositories/product-repository.js';

export class CatalogueService {
  /** Emits `price` with the product each time a price changes. */
  readonly changes = new EventEmitter();

  constructor(private readonly products: ProductRepository) {}

  list(order: 'name' | 'price'): Product[] {
    const products = this.products.all();
    return order === 'price'
      ? products.sort((a, b) => a.priceCents - b.priceCents)
      : products.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  get(id: string): Product {
    const product = this.products.get(id);
    if (!product) throw new ShopError(404, `no product ${id}`);
    return product;
  }

  async setPrice(id: string, priceCents: number): Promise<void> {
    const product = { ...this.get(id), priceCents };
    await this.products.save(product);
    this.changes.emit('price', product);
  }
}
