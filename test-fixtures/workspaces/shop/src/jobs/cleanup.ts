import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Logger } from '../lib/logger.js';

/** Packs receipts of past days, once per interval. Returns a function that ends it. */
export function startCleanup(folder: string, everyMs: number, logger: Logger): () => void {
  const timer = setInterval(() => {
    sweep(folder).catch((error: unknown) => logger.error('cleanup', error));
  }, everyMs);
  return () => clearInterval(timer);
}

/** Packs every receipt in the folder and returns how many there were. */
export async function sweep(folder: string): Promise<number> {
  const receipts = readdirSync(folder).filter((name) => name.endsWith('.html'));
//                 ^^^^^^^^^^^ no-sync-io-in-handler
  for (const name of receipts) await pack(join(folder, name));
  return receipts.length;
}

async function pack(path: string): Promise<void> {
  const text = await readFile(path);
  await writeFile(`${path}.gz`, gzipSync(text));
//                              ^^^^^^^^ no-sync-io-in-handler
  await rm(path);
}
