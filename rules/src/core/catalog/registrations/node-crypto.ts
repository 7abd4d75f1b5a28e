/** Callbacks of `node:crypto`, and the streams it makes. */
import { nodeCryptoBlocking } from '../blocking/node-crypto.js';
import { callsBack } from '../modes.js';
import type { Library } from '../schema.js';

const STREAMS = '{Cipher,Cipheriv,Decipher,Decipheriv,Hash,Hmac}';

export const nodeCrypto: Library = {
  name: 'node:crypto',
  source: 'https://nodejs.org/api/crypto.html',
  aliases: ['crypto'],
  types: [
    {
      type: 'node:stream:Duplex',
      from: [`node:crypto.${STREAMS}.new()`, 'node:crypto.{createCipheriv,createDecipheriv,createHash,createHmac}()'],
    },
  ],
  callbacks: [
    { api: 'node:crypto.{checkPrime,generateKey,generateKeyPair,generatePrime}', params: 'last', mode: callsBack },
    { api: 'node:crypto.{hkdf,pbkdf2,scrypt}', params: 'last', mode: callsBack },
    { api: 'node:crypto.{randomBytes,randomFill,randomInt,sign,verify}', params: 'last', mode: callsBack },
    { api: 'node:crypto.argon2', params: 'last', mode: callsBack, since: '24.7.0' },
  ],
  blocking: nodeCryptoBlocking,
};
