import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { RESULTS } from './commands.mjs';

/** Stores what a benchmark found, with the machine it ran on. */
export function saveResult(name, data) {
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: cpu?.model.trim(),
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
  };
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify({ machine, ...data }, null, 2)}\n`);
}

/** What {@link saveResult} stored; undefined when it never ran. */
export function loadResult(name) {
  try {
    return JSON.parse(readFileSync(join(RESULTS, `${name}.json`), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
