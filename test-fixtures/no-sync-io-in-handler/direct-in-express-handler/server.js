import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import express from 'express';

const app = express();
const banner = fs.readFileSync('banner.txt', 'utf8');

app.use((req, res, next) => {
  fs.appendFileSync('access.log', `${req.url}\n`);
//   ^^^^^^^^^^^^^^ no-sync-io-in-handler
  next();
});

app.get('/menu', (req, res) => {
  res.send(banner + fs.readFileSync('menu.txt', 'utf8'));
//                     ^^^^^^^^^^^^ no-sync-io-in-handler
});

app.get('/drinks', async (req, res) => {
  res.send(await readFile('drinks.txt', 'utf8'));
});

app.listen(8080, () => {
  fs.writeFileSync('server.pid', String(process.pid));
});
