// node bench/harm/no-timer-reset-misuse/demo.mjs
// What timers cost that are armed again, run over themselves, or made anew; prints three tables in a few seconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryInUse } from '../memory.mjs';

const RESETS = 1_000_000;
const CONNECTIONS = 1000;

/**
 * Resets the idle timers of many connections in turn.
 * @param {string} name
 * @param {(timers: NodeJS.Timeout[], at: number) => void} reset
 */
function resets(name, reset) {
  const idle = () => undefined;
  const timers = Array.from({ length: CONNECTIONS }, () => setTimeout(idle, 30_000));
  for (let warm = 0; warm < 100_000; warm++) reset(timers, warm % CONNECTIONS);
  memoryInUse();
  const cpu = process.cpuUsage();
  for (let event = 0; event < RESETS; event++) reset(timers, event % CONNECTIONS);
  const { user, system } = process.cpuUsage(cpu);
  for (const timer of timers) clearTimeout(timer);
  const microseconds = user + system;
  return {
    'idle timers of 1,000 connections': name,
    'CPU time of one reset': `${((microseconds / RESETS) * 1000).toFixed(0)} ns`,
    'share of a core at 100,000 resets per second': `${((microseconds / RESETS) * 10).toFixed(1)} %`,
  };
}

function compareResets() {
  const idle = () => undefined;
  return [
    resets('clearTimeout and setTimeout', (timers, at) => {
      clearTimeout(timers[at]);
      timers[at] = setTimeout(idle, 30_000);
    }),
    resets('timer.refresh()', (timers, at) => void timers[at]?.refresh()),
  ];
}

/** @param {string} name @param {boolean} clears */
async function rearmed(name, clears) {
  let fired = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (let event = 0; event < 1000; event++) {
    if (clears) clearTimeout(timer);
    timer = setTimeout(() => fired++, 50);
  }
  await sleep(200);
  return { '1,000 events arm a timeout': name, 'it fires': `${fired} times` };
}

/** @param {string} name @param {boolean} skips */
async function overlapping(name, skips) {
  let running = 0;
  let most = 0;
  const interval = setInterval(async () => {
    if (skips && running > 0) return;
    most = Math.max(most, ++running);
    await sleep(250);
    running--;
  }, 10);
  await sleep(1000);
  clearInterval(interval);
  await sleep(300);
  return { 'every 10 ms, work of 250 ms': name, 'runs at a time': most };
}

console.table(compareResets());
console.table([await rearmed('and forgets the one before', false), await rearmed('and clears the one before', true)]);
console.table([await overlapping('setInterval', false), await overlapping('skips while running', true)]);
