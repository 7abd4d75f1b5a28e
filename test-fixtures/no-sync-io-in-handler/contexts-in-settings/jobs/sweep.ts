import { readdirSync, rmSync } from 'node:fs';

// Runs every minute, but in a process that serves nobody: the settings say so of the folder.
setInterval(() => {
  for (const name of readdirSync('old')) remove(name);
}, 60_000);

function remove(name: string): void {
  rmSync(`old/${name}`);
}
