import { loadResult } from '../results.mjs';
import { NOT_MEASURED, table, thousands } from './table.mjs';

/** Milliseconds from a keystroke to the findings of the file, at the 95th percentile. */
const GOAL_MS = 50;

const time = ms => (ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(0)} ms`);
const megabytes = x => `${thousands(Math.round(x))} MB`;

/** What an editor waits for, by the size of the project. */
export function editorTable() {
  const result = loadResult('language-server');
  if (!result) return NOT_MEASURED;
  const rows = result.rows.map(({ lines, cold, warm, p50, p95, longest, rss, peak }) => [
    thousands(lines),
    time(cold),
    time(warm),
    `${p50.toFixed(1)} ms`,
    `${p95.toFixed(1)} ms`,
    p95 <= GOAL_MS
      ? `≤ ${GOAL_MS} ms: reached`
      : `≤ ${GOAL_MS} ms: missed, ${(p95 / GOAL_MS).toFixed(1)} times too long`,
    time(longest),
    megabytes(rss),
    megabytes(peak),
  ]);
  const heads = ['Lines', 'First findings, cold', 'warm', 'Keystroke, p50', 'p95', 'Goal', 'longest', 'Memory', 'Peak'];
  return table(heads, rows);
}

/** What the server costs while nobody asks it anything, and while somebody types. */
export function soakTable() {
  const result = loadResult('soak');
  if (!result) return NOT_MEASURED;
  const rows = result.phases.map(({ name, cpu, rss, changes, typed }) => [
    name,
    `${(cpu * 100).toFixed(2)} %`,
    megabytes(rss),
    changes ? `${thousands(changes)} changes told` : typed ? `${thousands(typed)} keystrokes` : '',
  ]);
  return table([`${result.minutes} minutes of`, 'CPU', 'Memory', ''], rows);
}
