import { readFileSync } from 'node:fs';

export const config = (): string => readFileSync('config.json', 'utf8');
//                                  ^^^^^^^^^^^^ no-sync-io-in-handler
