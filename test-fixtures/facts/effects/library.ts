import { readFileSync as slurp } from 'node:fs';
import { execSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export function load(id: string): string {
//              ^^^^ fact/blocks: fs.readFileSync
  return read(id);
}

function read(id: string): string {
  return slurp(id, 'utf8');
//       ^^^^^ fact/blocks: fs.readFileSync
}

export function build(): void {
//              ^^^^^ fact/blocks: child_process.execSync
  execSync('make');
//^^^^^^^^ fact/blocks: child_process.execSync
}

export async function loadLater(id: string): Promise<string> {
  return readFile(id, 'utf8');
}
