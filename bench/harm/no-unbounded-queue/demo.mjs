// node bench/harm/no-unbounded-queue/demo.mjs
// A queue that is filled ten times as fast as it is worked off, without a limit and in each bounded form; prints one table.
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryInUse, megabytes } from '../memory.mjs';

const ROUNDS = 100;
const ADDED = 100;
const TAKEN = 10;
const MOST = 100;

/** @typedef {{ jobs: object[], take: () => void, add: (job: object) => void | Promise<void> }} Queue */

/** @type {Record<string, () => Queue>} */
const forms = {
  'no limit': () => {
    /** @type {object[]} */
    const jobs = [];
    return { jobs, take: () => void jobs.shift(), add: job => void jobs.push(job) };
  },
  'throws when full': () => {
    /** @type {object[]} */
    const jobs = [];
    return {
      jobs,
      take: () => void jobs.shift(),
      add(job) {
        if (jobs.length >= MOST) throw new Error('full');
        jobs.push(job);
      },
    };
  },
  'drops the oldest': () => {
    /** @type {object[]} */
    const jobs = [];
    return {
      jobs,
      take: () => void jobs.shift(),
      add(job) {
        if (jobs.length >= MOST) jobs.shift();
        jobs.push(job);
      },
    };
  },
  'waits for room': () => {
    /** @type {object[]} */
    const jobs = [];
    /** @type {(() => void)[]} */
    const waiting = [];
    return {
      jobs,
      take() {
        jobs.shift();
        waiting.shift()?.();
      },
      async add(job) {
        if (jobs.length < MOST) jobs.push(job);
        else
          await new Promise(resolve =>
            waiting.push(() => {
              jobs.push(job);
              resolve(undefined);
            }),
          );
      },
    };
  },
};

/** @param {string} name @param {() => Queue} make */
async function measure(name, make) {
  const queue = make();
  const before = memoryInUse();
  let refused = 0;
  let offered = 0;
  // One producer, which goes on when what it added was taken in: it waits where the queue has it wait.
  let isOver = false;
  const producer = (async () => {
    for (let round = 0; round < ROUNDS && !isOver; round++) {
      for (let job = 0; job < ADDED && !isOver; job++) {
        offered += 1;
        try {
          await queue.add({ body: Array(512).fill(0) });
        } catch {
          refused += 1;
        }
      }
      await sleep(1);
    }
  })();
  for (let round = 0; round < ROUNDS; round++) {
    for (let job = 0; job < TAKEN; job++) queue.take();
    await sleep(1);
  }
  isOver = true;
  const waiting = queue.jobs.length;
  const kept = memoryInUse() - before;
  while (queue.jobs.length > 0) queue.take();
  await producer;
  return { queue: name, offered, refused, 'waiting at the end': waiting, 'heap it holds': megabytes(kept) };
}

const rows = [];
for (const [name, make] of Object.entries(forms)) rows.push(await measure(name, make));
console.table(rows);

/** Jobs that pass through a queue that always has room, per second: what the bound itself costs. */
async function throughput(/** @type {string} */ name, /** @type {() => Queue} */ make) {
  const JOBS = 1_000_000;
  const { add, take } = make();
  const start = process.hrtime.bigint();
  for (let job = 0; job < JOBS; job++) {
    const added = add({});
    if (added) await added;
    take();
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { queue: name, 'million jobs a second': (JOBS / seconds / 1e6).toFixed(1) };
}

const speeds = [];
for (const [name, make] of Object.entries(forms)) speeds.push(await throughput(name, make));
console.table(speeds);
