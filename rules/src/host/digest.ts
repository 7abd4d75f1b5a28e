import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal. `crypto.hash` says it shorter, but the oldest editor's Node (20.9) has none. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
