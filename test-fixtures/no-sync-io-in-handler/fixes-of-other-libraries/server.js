import bcrypt from 'bcrypt';
import express from 'express';
import { gzipSync } from 'node:zlib';
import { scryptSync } from 'node:crypto';

const app = express();

app.post('/login', (req, res) => {
  if (!bcrypt.compareSync(req.body.password, req.body.hash)) res.status(401);
//            ^^^^^^^^^^^ no-sync-io-in-handler
  res.end();
});

app.get('/data', async (req, res) => {
  res.send(gzipSync('data'));
//         ^^^^^^^^ no-sync-io-in-handler
});

app.get('/key', async (req, res) => {
  res.send(scryptSync('secret', 'salt', 64));
//         ^^^^^^^^^^ no-sync-io-in-handler
});
