import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Order } from '../model.js';

/** One file per order. */
export class OrderRepository {
  constructor(private readonly folder: string) {}

  async add(order: Order): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await writeFile(this.pathOf(order.id), JSON.stringify(order));
  }

  async find(id: string): Promise<Order | undefined> {
    try {
      return JSON.parse(await readFile(this.pathOf(id), 'utf8')) as Order;
    } catch {
      return undefined;
    }
  }

  private pathOf(id: string): string {
    return join(this.folder, `${encodeURIComponent(id)}.json`);
  }
}
