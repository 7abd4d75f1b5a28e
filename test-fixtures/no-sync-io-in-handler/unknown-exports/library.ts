import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export function loadSync(file: string): string {
  return decode(readFileSync(file));
}

export async function load(file: string): Promise<string> {
  return decode(await readFile(file));
}

function decode(data: Buffer): string {
  return data.toString('utf8');
}

export class Archive {
  openSync(file: string): string {
    return loadSync(file);
  }
}
