/**
 * Looks at running processes (Linux). What the editor starts is known by its HOME, which only this run uses: that holds
 * even after a parent is gone.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** @typedef {{ pid: number, parent: number, command: string }} Process */

/** @param {string} file @returns {string} Empty when the process is gone or belongs to somebody else. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} home
 * @returns {Process[]}
 */
export function processesAtHome(home) {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => read(`/proc/${pid}/environ`).split('\0').includes(`HOME=${home}`))
    .map(pid => ({
      pid: Number(pid),
      parent: Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]),
      command: read(`/proc/${pid}/cmdline`).split('\0').join(' ').trim(),
    }))
    .filter(({ command }) => command !== '');
}

/**
 * The language server: the process whose script lies in the installed extension. Its own helpers do not count.
 * @param {Process[]} processes
 * @returns {Process | undefined}
 */
export function languageServer(processes) {
  const servers = processes.filter(({ command }) => /\/loopguard\.loopguard-[^/ ]*\//.test(command));
  return servers.find(({ parent }) => !servers.some(({ pid }) => pid === parent));
}
