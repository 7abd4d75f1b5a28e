import type { Handler } from 'aws-lambda';
import { readFileSync } from 'node:fs';

const logo = readFileSync('logo.png');

export const handler: Handler = async (event: { file: string }) => {
  return Buffer.concat([logo, readFileSync(event.file)]);
//                            ^^^^^^^^^^^^ no-sync-io-in-handler
};
