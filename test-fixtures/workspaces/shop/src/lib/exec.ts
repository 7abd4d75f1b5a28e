import { execSync } from 'node:child_process';

/** Output of a shell command, or undefined where the command does not exist or fails. */
export function run(command: string, cwd: string): string | undefined {
  try {
    return execSync(command, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
//         ^^^^^^^^ no-sync-io-in-handler
  } catch {
    return undefined;
  }
}
