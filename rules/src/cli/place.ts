import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliError } from './exit.js';
import { printable } from './terminal.js';

/**
 * `file:line` or `file:line:column`, unless a file has that very name.
 *
 * @param command - for the message of a wrong line
 * @throws CliError for line 0
 */
export function splitPlace(
  place: string,
  cwd: string,
  command: string,
): { readonly word: string; readonly line?: number } {
  const match = /^(.+?):(\d+)(?::\d+)?$/s.exec(place);
  if (match === null || existsSync(resolve(cwd, place))) return { word: place };
  const line = Number(match[2]);
  if (line === 0) throw new CliError(`${command}: lines count from 1: ${printable(place)}`);
  return { word: match[1] ?? place, line };
}
