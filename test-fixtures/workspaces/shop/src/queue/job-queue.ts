import { EventEmitter } from 'node:events';
import type { Order } from '../model.js';

export interface Job {
  readonly kind: 'receipt';
  readonly order: Order;
}

/** Work that a customer need not wait for, in the order it came. */
export class JobQueue {
  private readonly bell = new EventEmitter();
  private readonly waiting: Job[] = [];

  get length(): number {
    return this.waiting.length;
  }

  push(job: Job): void {
    this.waiting.push(job);
//               ^^^^ no-unbounded-queue
    this.bell.emit('job');
  }

  take(): Job | undefined {
    return this.waiting.shift();
  }

  onJob(listener: () => void): void {
    this.bell.on('job', listener);
  }
}
