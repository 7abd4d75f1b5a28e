import * as fs from 'node:fs';

export const title = (id: string): string => fs.readFileSync(`${id}.title`, 'utf8');
//                                              ^^^^^^^^^^^^ no-sync-io-in-handler
