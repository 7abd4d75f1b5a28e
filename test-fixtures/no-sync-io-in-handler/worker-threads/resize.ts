import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (file: string) => {
  writeFileSync(`${file}.small`, shrink(file));
});

function shrink(file: string): Buffer {
  return readFileSync(file).subarray(0, 100);
}
