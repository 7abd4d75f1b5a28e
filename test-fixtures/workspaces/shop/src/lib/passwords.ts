import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const KEY_LENGTH = 32;

export function hashPassword(password: string): string {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${derive(password, salt).toString('hex')}`;
}

export function isPassword(password: string, hash: string): boolean {
  const [salt = '', expected = ''] = hash.split(':');
  return timingSafeEqual(derive(password, salt), Buffer.from(expected, 'hex'));
}

function derive(password: string, salt: string): Buffer {
  return scryptSync(password, salt, KEY_LENGTH);
//       ^^^^^^^^^^ no-sync-io-in-handler
}
