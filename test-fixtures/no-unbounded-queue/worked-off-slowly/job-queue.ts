import { render } from './render.js';

// Filled here, emptied by a loop of its own.
export class JobQueue {
  private waiting: string[] = [];
  private isRunning = false;

  add(job: string): void {
    this.waiting.push(job);
//               ^^^^ no-unbounded-queue: Each time `request` fires, `this.waiting` may gain an entry before
//                    | the last is worked off; it has no limit; it is reached through `JobQueue.add`.
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    for (let job = this.waiting.shift(); job !== undefined; job = this.waiting.shift()) await render(job);
    this.isRunning = false;
  }
}
