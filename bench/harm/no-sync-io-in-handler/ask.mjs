// The asking side of measure.mjs, on a thread of its own so that it does not add to what is measured.
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { port, requests, parallel } = workerData;
const agent = new Agent({ keepAlive: true });

/** @param {string} path */
const ask = path =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, response => response.resume().once('end', resolve)).once(
      'error',
      reject,
    );
  });

const start = performance.now();
let left = requests;
let working = true;

async function works() {
  while (left-- > 0) await ask('/work');
}

async function pings() {
  /** @type {number[]} */
  const times = [];
  while (working) {
    const asked = performance.now();
    await ask('/ping');
    times.push(performance.now() - asked);
  }
  return times;
}

const pinging = pings();
await Promise.all(Array.from({ length: parallel }, works));
const seconds = (performance.now() - start) / 1000;
working = false;
parentPort?.postMessage({ pings: await pinging, seconds });
agent.destroy();
