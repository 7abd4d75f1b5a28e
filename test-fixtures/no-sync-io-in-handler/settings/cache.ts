import { readFileSync } from 'node:fs';

export function peek(key: string): Buffer {
  return readFileSync(`/dev/shm/${key}`);
}
