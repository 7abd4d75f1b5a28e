import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { Product } from '../model.js';

export class ProductRepository {
  private readonly byId: Map<string, Product>;

  constructor(private readonly file: string) {
    const products = JSON.parse(readFileSync(file, 'utf8')) as Product[];
    this.byId = new Map(products.map((product) => [product.id, product]));
  }

  all(): Product[] {
    return [...this.byId.values()];
  }

  get(id: string): Product | undefined {
    return this.byId.get(id);
  }

  async save(product: Product): Promise<void> {
    const products = this.all().map((other) => (other.id === product.id ? product : other));
    const draft = `${this.file}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(products, null, 2));
    await rename(draft, this.file);
    this.byId.set(product.id, product);
//            ^^^ strict/no-unbounded-growth
  }

  /** Leaves the catalogue as it is in memory; for the end of the process, when nothing can be awaited any more. */
  writeSnapshot(file: string): void {
    writeFileSync(file, JSON.stringify(this.all()));
  }
}
