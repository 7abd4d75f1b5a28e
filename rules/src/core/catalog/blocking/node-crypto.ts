/**
 * What blocks in `node:crypto`: work of milliseconds and more for which Node has a form that
 * runs on its thread pool. Hashes, signatures and random bytes are left out: they are short, or
 * grow with their input.
 * Source: https://nodejs.org/api/crypto.html
 */
import type { BlockingRow } from '../schema.js';

const derivation = { waits: 'cpu', for: 'the derivation of a key' } as const;
const prime = { waits: 'cpu', for: 'the search for a prime' } as const;

export const nodeCryptoBlocking: readonly BlockingRow[] = [
  {
    api: 'node:crypto.pbkdf2Sync',
    ...derivation,
    promise: { from: ['node:crypto', 'pbkdf2'], shape: 'promisify', arity: 5 },
  },
  {
    api: 'node:crypto.scryptSync',
    ...derivation,
    promise: { from: ['node:crypto', 'scrypt'], shape: 'promisify', arity: 4, result: 'Buffer' },
  },
  {
    api: 'node:crypto.hkdfSync',
    ...derivation,
    promise: { from: ['node:crypto', 'hkdf'], shape: 'promisify', arity: 5 },
  },
  {
    api: 'node:crypto.argon2Sync',
    ...derivation,
    since: '24.7.0',
    promise: { from: ['node:crypto', 'argon2'], shape: 'promisify', arity: 2, result: 'Buffer' },
  },
  {
    api: 'node:crypto.generateKeyPairSync',
    waits: 'cpu',
    for: 'the making of a key pair',
    promise: { from: ['node:crypto', 'generateKeyPair'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:crypto.generatePrimeSync',
    ...prime,
    promise: { from: ['node:crypto', 'generatePrime'], shape: 'promisify', arity: 2 },
  },
  {
    api: 'node:crypto.checkPrimeSync',
    waits: 'cpu',
    for: 'the test of a prime',
    promise: { from: ['node:crypto', 'checkPrime'], shape: 'promisify', arity: 2, result: 'boolean' },
  },
];
