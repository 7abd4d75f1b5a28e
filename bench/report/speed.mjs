import { loadResult } from '../results.mjs';
import { against, NOT_MEASURED, ratio, table, thousands } from './table.mjs';

const GOALS = { coldCpu: 0.12, coldMemory: 0.3, warmCpu: 0.03, eslintWarm: 1.15, eslintCold: 1.3 };
const seconds = x => `${x.toFixed(1)} s`;
const megabytes = x => `${thousands(Math.round(x))} MB`;

/** Projects on which everything was measured: name, and its row. */
function projects() {
  const generated = loadResult('speed-generated')?.rows.at(-1);
  const outline = loadResult('speed-outline');
  return [...(generated ? [['generated', generated]] : []), ...(outline ? [['outline/outline', outline]] : [])];
}

export function wholeTable() {
  const rows = projects().flatMap(([name, { lines, tsc, cold, warm }]) => [
    [
      `${name}, ${thousands(lines)} lines`,
      'cold, CPU',
      seconds(tsc.cpu),
      seconds(cold.cpu),
      ratio(cold.cpu / tsc.cpu),
      against(cold.cpu / tsc.cpu, GOALS.coldCpu),
    ],
    [
      '',
      'cold, peak memory',
      megabytes(tsc.memory),
      megabytes(cold.memory),
      ratio(cold.memory / tsc.memory),
      against(cold.memory / tsc.memory, GOALS.coldMemory),
    ],
    [
      '',
      'warm, one file changed, CPU',
      seconds(tsc.cpu),
      seconds(warm.cpu),
      ratio(warm.cpu / tsc.cpu),
      against(warm.cpu / tsc.cpu, GOALS.warmCpu),
    ],
  ]);
  return rows.length === 0
    ? NOT_MEASURED
    : table(['Project', 'Work', '`tsc --noEmit`', '`loopguard check`', 'Ratio', 'Goal'], rows);
}

export function eslintTable() {
  const generated = loadResult('speed-eslint');
  const outline = loadResult('speed-outline');
  const all = [
    ...(generated ? [['generated', generated.lines, generated]] : []),
    ...(outline?.eslint ? [['outline/outline', outline.lines, outline.eslint]] : []),
  ];
  const rows = all.flatMap(([name, lines, { parse, cold, warm }]) => [
    [
      `${name}, ${thousands(lines)} lines`,
      'cold cache',
      seconds(parse.cpu),
      seconds(cold.cpu),
      ratio(cold.cpu / parse.cpu),
      against(cold.cpu / parse.cpu, GOALS.eslintCold),
    ],
    [
      '',
      'warm cache',
      seconds(parse.cpu),
      seconds(warm.cpu),
      ratio(warm.cpu / parse.cpu),
      against(warm.cpu / parse.cpu, GOALS.eslintWarm),
    ],
  ]);
  return rows.length === 0
    ? NOT_MEASURED
    : table(['Project', 'Cache', 'ESLint that only parses', 'with Loopguard', 'Ratio', 'Goal'], rows);
}

export function growthTable() {
  const result = loadResult('speed-generated');
  if (!result) return NOT_MEASURED;
  const rows = result.rows.map(({ lines, files, tsc, cold, warm }) => [
    thousands(lines),
    thousands(files),
    seconds(cold.cpu),
    `${((1000 * 1000 * cold.cpu) / lines / 10).toFixed(1)} s`,
    seconds(warm.cpu),
    megabytes(cold.memory),
    seconds(tsc.cpu),
    ratio(cold.cpu / tsc.cpu),
  ]);
  return table(
    ['Lines', 'Files', 'Cold, CPU', 'per 100,000 lines', 'Warm, CPU', 'Peak memory', '`tsc`, CPU', 'Cold to `tsc`'],
    rows,
  );
}
