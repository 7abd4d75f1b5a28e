import { readdirSync, readFileSync, statSync } from 'node:fs';
import express from 'express';

const known = readdirSync('pictures').map((name) => readFileSync(`pictures/${name}`));

const app = express();

app.get('/gallery', (_req, res) => {
  const names = readdirSync('pictures')
//              ^^^^^^^^^^^ no-sync-io-in-handler
    .filter((name) => statSync(name).size > 0)
//                    ^^^^^^^^ no-sync-io-in-handler
    .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
//                  ^^^^^^^^ no-sync-io-in-handler
//                                        ^^^^^^^^ no-sync-io-in-handler
  names.forEach(announce);
  res.json(names.length + known.length);
});

function announce(name: string): void {
  console.log(readFileSync(`${name}.txt`, 'utf8'));
//            ^^^^^^^^^^^^ no-sync-io-in-handler
}
