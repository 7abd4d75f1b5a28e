import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import express from 'express';

readFile('config.json', 'utf8').then((text) => {
  writeFileSync('config.copy', text);
});

const app = express();

app.get('/profile', (_req, res) => {
  readFile('profile.json', 'utf8')
    .then((text) => text + readFileSync('suffix.txt', 'utf8'))
//                         ^^^^^^^^^^^^ no-sync-io-in-handler
    .catch(() => existsSync('profile.json'))
//               ^^^^^^^^^^ no-sync-io-in-handler
    .finally(() => res.end());
});

app.get('/avatar', (_req, res) => {
  new Promise<Buffer>((resolve) => {
    resolve(readFileSync('avatar.png'));
//          ^^^^^^^^^^^^ no-sync-io-in-handler
  }).then((image) => res.send(image), () => res.end());
});
