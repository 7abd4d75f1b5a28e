import { LOOPGUARD } from './commands.mjs';
import { listenerTools, timerTools } from './peers/lifetimes.mjs';
import { run } from './peers/run.mjs';
import { syncCallTools } from './peers/sync-calls.mjs';

/** @typedef {import('./peers/run.mjs').Place} Place */

/** Categories of real bugs: the rule that is to catch them, and what other tools have. Biome has nothing but `noSyncMethods`. */
export const CATEGORIES = {
  1: { rule: 'no-sync-io-in-handler', peers: syncCallTools },
  2: { rule: 'no-unreleased-listener', peers: listenerTools },
  3: { rule: 'no-unbounded-growth', peers: () => ({}) },
  4: { rule: 'no-timer-reset-misuse', peers: timerTools },
  5: { rule: 'no-unbounded-wait', peers: () => ({}) },
  8: { rule: 'no-ignored-backpressure', peers: () => ({}) },
};

/**
 * Loopguard's findings of a folder, with all that its JSON says.
 * @param {string} folder
 * @param {{ cli?: string[], args?: string[] }} [how]
 */
export function loopguard(folder, { cli = LOOPGUARD, args = [] } = {}) {
  const { findings, stats } = JSON.parse(
    run([...cli, 'check', '--no-cache', '--format', 'json', '--root', '.', ...args, '.'], folder, [0, 1]),
  );
  return { stats, findings: findings.map(({ file, range, ...rest }) => ({ file, line: range.start.line, ...rest })) };
}

/** All tools over one folder: name to places. One place per line, as people count. @param {string} folder @param {number} category */
export function allTools(folder, category = 1) {
  const { rule, peers } = CATEGORIES[category];
  const found = { Loopguard: loopguard(folder, { args: ['--rule', rule] }).findings, ...peers(folder) };
  // What only `strict` reports is told apart.
  if (category !== 1) found['Loopguard, strict'] = loopguard(folder, { args: ['--rule', rule, '--strict'] }).findings;
  return Object.fromEntries(Object.entries(found).map(([tool, places]) => [tool, onePerLine(places)]));
}

/** @param {Place[]} places */
function onePerLine(places) {
  return [...new Map(places.map(({ file, line }) => [`${file}:${line}`, { file, line }])).values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line,
  );
}
