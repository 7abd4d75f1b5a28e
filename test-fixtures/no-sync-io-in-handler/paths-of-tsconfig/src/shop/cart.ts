import { readFileSync } from 'node:fs';

export const cart = (): string => readFileSync('cart.json', 'utf8');
//                                ^^^^^^^^^^^^ no-sync-io-in-handler
export const till = (): string => readFileSync('till.json', 'utf8');
