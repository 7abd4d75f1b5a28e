/** The other end of `extract-pool.ts`: claims jobs until none is left. */
import { workerData } from 'node:worker_threads';
import { extractFacts } from '../core/extract/file.js';
import { decode } from './decode.js';
import { encodeFacts } from './encode-facts.js';
import { CLAIMED, DONE, FINISHED, NEXT, type PoolAnswer, type PoolData, STATES } from './extract-pool.js';

const { port, control, bytes, jobs } = workerData as PoolData;

for (let index = Atomics.add(control, NEXT, 1); index < jobs.length; index = Atomics.add(control, NEXT, 1)) {
  const job = jobs[index];
  if (job === undefined) break;
  Atomics.store(control, STATES + index, CLAIMED);
  try {
    const facts = extractFacts(decode(bytes.slice(job.start, job.end)), job.path);
    // A copy with memory of its own, which can be handed over.
    const encoded = new Uint8Array(encodeFacts(facts));
    port.postMessage({ index, encoded } satisfies PoolAnswer, [encoded.buffer]);
  } catch {
    // Left unanswered: the main thread tries it again and tells what is wrong.
  }
  Atomics.store(control, STATES + index, DONE);
  Atomics.add(control, FINISHED, 1);
  Atomics.notify(control, FINISHED);
}
port.close();
