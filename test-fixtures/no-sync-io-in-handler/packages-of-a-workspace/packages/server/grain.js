import { readFileSync } from 'node:fs';

export const grain = () => readFileSync('grain.txt', 'utf8');
//                         ^^^^^^^^^^^^ no-sync-io-in-handler
