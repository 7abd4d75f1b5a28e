import { readFileSync } from 'node:fs';

export function readCart(id: string): string {
  return readFileSync(`carts/${id}`, 'utf8');
}
