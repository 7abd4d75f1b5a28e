import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Order } from '../model.js';

function addUp(folder: string): { orders: number; totalCents: number } {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  let totalCents = 0;
  for (const name of names) totalCents += (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Order).totalCents;
  return { orders: names.length, totalCents };
}

parentPort?.postMessage(addUp(workerData as string));
