/**
 * What blocks in packages that hash passwords. Making a salt takes a few random bytes: it is
 * reported by `strict` only.
 */
import type { Library } from '../schema.js';

const hash = { waits: 'cpu', for: 'the hash of a password' } as const;
const salt = { waits: 'cpu', for: 'random bytes', strict: true } as const;

export const passwordHashes: readonly Library[] = [
  {
    name: 'bcrypt',
    source: 'https://github.com/kelektiv/node.bcrypt.js#readme',
    blocking: [
      {
        api: 'bcrypt.compareSync',
        ...hash,
        promise: { from: ['bcrypt', 'compare'], method: 'compare', shape: 'same', arity: 2 },
      },
      {
        api: 'bcrypt.hashSync',
        ...hash,
        promise: { from: ['bcrypt', 'hash'], method: 'hash', shape: 'same', arity: 2 },
      },
      {
        api: 'bcrypt.genSaltSync',
        ...salt,
        promise: { from: ['bcrypt', 'genSalt'], method: 'genSalt', shape: 'same', arity: 2 },
      },
    ],
  },
  {
    name: 'bcryptjs',
    source: 'https://github.com/dcodeIO/bcrypt.js#readme',
    blocking: [
      {
        api: 'bcryptjs.compareSync',
        ...hash,
        promise: { from: ['bcryptjs', 'compare'], method: 'compare', shape: 'same', arity: 2 },
      },
      {
        api: 'bcryptjs.hashSync',
        ...hash,
        promise: { from: ['bcryptjs', 'hash'], method: 'hash', shape: 'same', arity: 2 },
      },
      {
        api: 'bcryptjs.genSaltSync',
        ...salt,
        promise: { from: ['bcryptjs', 'genSalt'], method: 'genSalt', shape: 'same', arity: 1 },
      },
    ],
  },
  {
    name: 'bcrypt-nodejs',
    source: 'https://github.com/shaneGirish/bcrypt-nodejs#readme',
    blocking: [
      {
        api: 'bcrypt-nodejs.compareSync',
        ...hash,
        promise: { from: ['bcrypt-nodejs', 'compare'], shape: 'promisify', arity: 2 },
      },
      { api: 'bcrypt-nodejs.hashSync', ...hash },
      { api: 'bcrypt-nodejs.genSaltSync', ...salt },
    ],
  },
  {
    name: '@node-rs/bcrypt',
    source: 'https://github.com/napi-rs/node-rs/tree/main/packages/bcrypt#readme',
    blocking: [
      {
        api: '@node-rs/bcrypt.hashSync',
        ...hash,
        promise: { from: ['@node-rs/bcrypt', 'hash'], method: 'hash', shape: 'same', arity: 2 },
      },
      { api: '@node-rs/bcrypt.{compareSync,verifySync}', ...hash },
    ],
  },
  {
    name: '@node-rs/argon2',
    source: 'https://github.com/napi-rs/node-rs/tree/main/packages/argon2#readme',
    blocking: [
      {
        api: '@node-rs/argon2.hashSync',
        ...hash,
        promise: { from: ['@node-rs/argon2', 'hash'], method: 'hash', shape: 'same', arity: 2 },
      },
      {
        api: '@node-rs/argon2.verifySync',
        ...hash,
        promise: { from: ['@node-rs/argon2', 'verify'], method: 'verify', shape: 'same', arity: 3 },
      },
    ],
  },
];
