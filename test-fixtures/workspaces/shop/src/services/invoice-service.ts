import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemplateLoader, termsOfSale } from '../lib/templates.js';
import type { Order } from '../model.js';
import type { CatalogueService } from './catalogue-service.js';

export class InvoiceService {
  constructor(
    private readonly templates: TemplateLoader,
    private readonly catalogue: CatalogueService,
    private readonly dataFolder: string,
    private readonly currency: string,
  ) {}

  render(order: Order): string {
    const rows = order.lines.map((line) => {
      const { name } = this.catalogue.get(line.productId);
      return `<tr><td>${line.quantity}</td><td>${name}</td></tr>`;
    });
    return this.templates.render('invoice', {
      number: order.id,
      date: order.placedAt.slice(0, 10),
      lines: rows.join(''),
      shipping: this.money(order.shippingCents),
      total: this.money(order.totalCents),
      terms: termsOfSale(join(this.dataFolder, 'templates')),
    });
  }

  /** Keeps a copy of the invoice for the books. */
  async file(order: Order): Promise<void> {
    const folder = join(this.dataFolder, 'receipts');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${order.id}.html`), this.render(order));
  }

  private money(cents: number): string {
    return `${(cents / 100).toFixed(2)} ${this.currency}`;
  }
}
