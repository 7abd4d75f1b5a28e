import type { Logger } from '../lib/logger.js';
import type { InvoiceService } from '../services/invoice-service.js';
import type { Job, JobQueue } from './job-queue.js';

/** Works through the queue, one job at a time. */
export function startWorkers(queue: JobQueue, invoices: InvoiceService, logger: Logger): void {
  let busy = false;

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let job = queue.take(); job; job = queue.take()) await perform(job);
    busy = false;
  }

  async function perform(job: Job): Promise<void> {
    try {
      await invoices.file(job.order);
    } catch (error) {
      logger.error(`receipt for ${job.order.id}`, error);
    }
  }

  queue.onJob(() => {
    void drain();
  });
}
