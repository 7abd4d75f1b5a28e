import Bull from 'bull';
import { QueueEvents, Worker, type Job } from 'bullmq';

const worker = new Worker('teas', async job => {});
//                                ^^^^^ fact/context: message
worker.on('completed', () => {});
//                     ^ fact/context: event
new QueueEvents('teas').on('failed', () => {});
//                                   ^ fact/context: event
new Worker('photos', './resize.js');

async function steep(job: Job): Promise<void> {}
//             ^^^^^ fact/context: message
new Worker('steep', steep);

new Bull('cups').process(4, async job => {});
//                          ^^^^^ fact/context: message
