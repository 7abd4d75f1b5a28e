import { Worker } from 'node:worker_threads';

export interface SalesReport {
  readonly orders: number;
  readonly totalCents: number;
}

export class ReportService {
  constructor(private readonly ordersFolder: string) {}

  /** Adds up all orders on a thread of its own. */
  sales(): Promise<SalesReport> {
    const worker = new Worker(new URL('../threads/sales-report.js', import.meta.url), { workerData: this.ordersFolder });
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the report ended without a result')));
    });
  }
}
