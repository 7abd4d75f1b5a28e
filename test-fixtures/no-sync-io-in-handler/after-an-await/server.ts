import { readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import express from 'express';

async function describeFile(name: string): Promise<number> {
  await stat(name);
  return statSync(name).size;
//       ^^^^^^^^ no-sync-io-in-handler
}

const app = express();

app.get('/size', async (_req, res) => {
  const size = await describeFile('big.bin');
  const text = readFileSync('unit.txt', 'utf8');
//             ^^^^^^^^^^^^ no-sync-io-in-handler
  await Promise.all([1, 2].map(async (n) => statSync(`${n}.bin`)));
//                                          ^^^^^^^^ no-sync-io-in-handler
  res.send(`${size} ${text}`);
});

await describeFile('own.bin');
