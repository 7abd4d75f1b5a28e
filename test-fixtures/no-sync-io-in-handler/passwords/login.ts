import bcrypt from 'bcrypt';
import express from 'express';
import crypto, { pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto';

const app = express();
const pepper = scryptSync('pepper', 'salt', 64);

app.post('/login', async (req, res) => {
  const { password, hash } = req.body as { password: string; hash: string };
  if (bcrypt.compareSync(password, hash)) res.end();
//           ^^^^^^^^^^^ no-sync-io-in-handler
  if (await bcrypt.compare(password, hash)) res.end();
  res.send(scryptSync(password, pepper, 64));
//         ^^^^^^^^^^ no-sync-io-in-handler
});

app.post('/register', (req, res) => {
  const { password } = req.body as { password: string };
  bcrypt.hashSync(password, 10);
//       ^^^^^^^^ no-sync-io-in-handler
  pbkdf2Sync(password, randomBytes(16), 100_000, 64, 'sha512');
//^^^^^^^^^^ no-sync-io-in-handler
  crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });
//       ^^^^^^^^^^^^^^^^^^^ no-sync-io-in-handler
  crypto.createHash('sha256').update(password).digest('hex');
  res.end();
});
