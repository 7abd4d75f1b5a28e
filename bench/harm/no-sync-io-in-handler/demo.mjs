// node bench/harm/no-sync-io-in-handler/demo.mjs
// Compares blocking handlers with their promise forms; prints one table and takes a few seconds.
import { scrypt, scryptSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.mjs';

const folder = mkdtempSync(join(tmpdir(), 'loopguard-harm-'));
const file = join(folder, 'report.bin');
writeFileSync(file, Buffer.alloc(64 * 1024 * 1024, 'report'));

const rows = [
  await measure('readFileSync, 64 MB', response => response.end(String(readFileSync(file).length)), {
    requests: 60,
    parallel: 4,
  }),
  await measure('await readFile, 64 MB', async response => response.end(String((await readFile(file)).length)), {
    requests: 60,
    parallel: 4,
  }),
  await measure('scryptSync', response => response.end(scryptSync('secret', 'salt', 64)), {
    requests: 60,
    parallel: 4,
  }),
  await measure('scrypt', response => scrypt('secret', 'salt', 64, (_error, key) => response.end(key)), {
    requests: 60,
    parallel: 4,
  }),
];
rmSync(folder, { recursive: true });
console.table(rows);
