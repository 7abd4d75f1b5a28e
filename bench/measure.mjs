import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** GNU time: the only way to have the processor time and peak memory of a tree of processes after it has ended. */
const TIME = '/usr/bin/time';

/**
 * @typedef {object} Cost
 * @property {number} cpu seconds of the processor, user and system, of the command and all its children
 * @property {number} memory peak of the largest process, in MB (threads are part of their process)
 * @property {number} wall seconds
 */

/**
 * Runs a command and says what it cost. Its output is dropped.
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, exits?: number[], env?: Record<string, string> }} options `exits`: codes that mean it worked
 * @returns {Cost}
 * @throws Error when it ends in another way, with what it said
 */
export function measure(command, { cwd, exits = [0], env = {} }) {
  if (!existsSync(TIME)) throw new Error(`${TIME} (GNU time) is needed to measure`);
  const folder = mkdtempSync(join(tmpdir(), 'loopguard-bench-'));
  const report = join(folder, 'time');
  try {
    const args = ['-o', report, '-f', '%U %S %M %e', ...command];
    const run = spawnSync(TIME, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 30 });
    if (!exits.includes(run.status ?? -1)) {
      throw new Error(
        `${command.join(' ')} ended with ${run.status}\n${run.stdout.slice(-2000)}${run.stderr.slice(-2000)}`,
      );
    }
    const [user, system, kilobytes, wall] = readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .at(-1)
      .split(' ')
      .map(Number);
    return { cpu: user + system, memory: kilobytes / 1024, wall };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs jobs in turn, round after round, so that a busy minute of the machine hits all of them; medians per job.
 * @template {string} Name
 * @param {Record<Name, () => Cost>} jobs
 * @param {number} rounds
 * @returns {Record<Name, Cost & { runs: Cost[] }>}
 */
export function medians(jobs, rounds) {
  const runs = Object.fromEntries(Object.keys(jobs).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, job] of Object.entries(jobs)) {
      const cost = job();
      runs[name].push(cost);
      console.error(
        `  ${name}: ${cost.cpu.toFixed(2)} s of CPU, ${cost.memory.toFixed(0)} MB, ${cost.wall.toFixed(1)} s`,
      );
    }
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, costs]) => [
      name,
      { cpu: median(costs, 'cpu'), memory: median(costs, 'memory'), wall: median(costs, 'wall'), runs: costs },
    ]),
  );
}

function median(costs, field) {
  const sorted = costs.map(cost => cost[field]).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
