import { readFileSync } from 'node:fs';

export async function priceOf(cake) {
  const file = `prices/${cake}.json`;
  return JSON['parse'](readFileSync(file, 'utf8'));
}
