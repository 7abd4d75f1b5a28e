import { readFileSync } from 'node:fs';

export function prices(): unknown {
  return JSON.parse(readFileSync('prices.json', 'utf8'));
//                  ^^^^^^^^^^^^ no-sync-io-in-handler
}

export function unusedPrices(): unknown {
  return JSON.parse(readFileSync('old-prices.json', 'utf8'));
}
