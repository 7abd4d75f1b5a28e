/**
 * Runs the product on real code and compares its findings with the labels in bench/labels.
 *
 *     npm run corpus                                    pinned npm packages and our own code
 *     npm run corpus -- --apps <dir> [--pairs <dir>]    also applications and real bugs, brought before (bench/README.md)
 *     npm run corpus -- --base <ref>                    also findings added and removed since that commit of Loopguard
 *     npm run corpus -- --unlabelled                    also lists every finding that nobody has judged yet
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { placeKey, readLabels } from '../bench/labels.mjs';
import { packageFolder } from '../bench/npm-packages.mjs';
import { raisesFalseAlarm, readPairs, scorePair } from '../bench/pairs.mjs';
import { saveResult } from '../bench/results.mjs';
import { loopguard } from '../bench/tools.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: {
    apps: { type: 'string' },
    pairs: { type: 'string' },
    base: { type: 'string' },
    unlabelled: { type: 'boolean', default: false },
    'no-packages': { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});

/** @type {{ apps: { name: string, repository: string, commit: string }[], packages: string[], own: string[] }} */
const corpus = JSON.parse(readFileSync(new URL('../bench/corpus.json', import.meta.url), 'utf8'));

/** @typedef {{ file: string, line: number, ruleId: string, message: string }} Found */

/** Findings agree when they stand on the same line and say the same. @param {Found} finding */
const identity = ({ file, line, ruleId, message }) => `${file}:${line} ${ruleId} ${message}`;

/** @type {{ name: string, folder: string }[]} */
const checked = [];
/** @type {Record<string, object>} */
const summary = {};
/** What was judged of the applications' findings. @type {Record<string, Record<string, number>>} by rule */
const byRule = {};

/** @param {string} name @param {string} folder */
function check(name, folder) {
  checked.push({ name, folder });
  const started = Date.now();
  const { findings, stats } = loopguard(folder);
  console.log(
    `${name}: ${findings.length} findings, ${stats.lines} lines, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return { findings, stats };
}

/** @param {string} folder */
function checkApps(folder) {
  const labels = readLabels();
  const total = { true: 0, false: 0, unsure: 0, unlabelled: 0, lost: 0 };
  for (const { name, repository, commit } of corpus.apps) {
    const place = join(folder, name);
    if (!existsSync(place)) {
      console.log(`${name}: not there; ${repository} at ${commit}`);
      continue;
    }
    const { findings, stats } = check(name, place);
    const count = judge(findings, labels.get(name) ?? []);
    summary[name] = { lines: stats.lines, findings: findings.length, ...count };
    for (const key of /** @type {(keyof typeof total)[]} */ (Object.keys(total))) total[key] += count[key];
  }
  const judged = total.true + total.false;
  const rate = judged === 0 ? 'unknown' : `${((100 * total.false) / judged).toFixed(1)} %`;
  console.log(
    `Applications: ${total.true} true, ${total.false} false, ${total.unsure} unsure, ${total.unlabelled} not judged yet;`,
  );
  console.log(`false alarms among the judged: ${rate}; known true places that are not reported: ${total.lost}\n`);
  summary['all applications'] = total;
  summary['by rule'] = byRule;
  for (const [rule, count] of Object.entries(byRule)) console.log(`${rule}: ${JSON.stringify(count)}`);
}

/** @param {Found[]} findings @param {import('../bench/labels.mjs').Label[]} labels */
function judge(findings, labels) {
  const known = new Map(labels.map(label => [`${label.rule} ${placeKey(label)}`, label]));
  const count = { true: 0, false: 0, unsure: 0, unlabelled: 0, lost: 0 };
  for (const finding of findings) {
    const label = known.get(`${finding.ruleId} ${placeKey(finding)}`);
    const verdict = label?.verdict ?? 'unlabelled';
    count[verdict] += 1;
    const rule = (byRule[finding.ruleId] ??= { true: 0, false: 0, unsure: 0, unlabelled: 0 });
    rule[verdict] = (rule[verdict] ?? 0) + 1;
    if (label?.verdict === 'false') console.log(`  - false alarm: ${placeKey(finding)} (${label.why})`);
    if (!label && values.unlabelled) console.log(`  ? ${placeKey(finding)} ${finding.message}`);
  }
  const reported = new Set(findings.map(placeKey));
  for (const label of labels) {
    if (label.verdict !== 'true' || reported.has(placeKey(label))) continue;
    count.lost += 1;
    console.log(`  - not reported: ${placeKey(label)} (${label.why})`);
  }
  return count;
}

/** The pairs of this category are about one rule. */
const RULE = { args: ['--rule', 'no-sync-io-in-handler'] };

/** @param {string} folder */
function checkPairs(folder) {
  const tally = { hit: 0, counted: 0, pairs: 0, falseAlarms: 0, decoys: 0 };
  for (const pair of readPairs(folder, 1)) {
    const decoy = existsSync(join(pair.folder, 'code'));
    if (decoy) {
      tally.decoys += 1;
      const { findings } = loopguard(join(pair.folder, 'code'), RULE);
      const alarm = raisesFalseAlarm(pair, findings);
      tally.falseAlarms += Number(alarm);
      console.log(`${pair.id}: ${alarm ? 'FALSE ALARM' : 'silent, as it has to be'}`);
      continue;
    }
    tally.pairs += 1;
    const [buggy, fixed] = ['buggy', 'fixed'].map(side => loopguard(join(pair.folder, side), RULE).findings);
    const { hit, clean } = scorePair(pair, { buggy: buggy ?? [], fixed: fixed ?? [] });
    tally.hit += Number(hit);
    tally.counted += Number(clean);
    console.log(`${pair.id}: ${clean ? 'caught' : hit ? 'REPORTED IN BOTH VERSIONS' : 'MISSED'}`);
  }
  console.log(
    `Real bugs: ${tally.counted} of ${tally.pairs} caught and silent on the fix; ${tally.falseAlarms} false alarms on ${tally.decoys} decoys\n`,
  );
  summary['pairs'] = tally;
}

function checkPackages() {
  for (const spec of corpus.packages) {
    const folder = packageFolder(spec);
    if (folder === undefined) {
      console.log(`${spec}: cannot be fetched`);
      continue;
    }
    const { findings, stats } = check(spec, folder);
    summary[spec] = { lines: stats.lines, findings: findings.length };
    for (const finding of findings) console.log(`  ${placeKey(finding)} ${finding.message}`);
  }
  for (const path of corpus.own) {
    const { findings, stats } = check(path, join(root, path));
    summary[path] = { lines: stats.lines, findings: findings.length };
  }
}

/** Builds an older Loopguard beside this one and tells what it finds differently. @param {string} ref */
function compareWith(ref) {
  const folder = mkdtempSync(join(tmpdir(), 'loopguard-base-'));
  const git = (/** @type {string[]} */ ...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  // What an interrupted run left behind.
  git('worktree', 'prune');
  const added = git('worktree', 'add', '--detach', folder, ref);
  if (added.status !== 0) throw new Error(`git cannot check out ${ref}: ${added.stderr}`);
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const built = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/lib/tsc.js'), '-b', 'rules/src/cli'],
      { cwd: folder, encoding: 'utf8' },
    );
    if (built.status !== 0) throw new Error(`${ref} cannot be built: ${built.stdout}`);
    const cli = [process.execPath, join(folder, 'rules/dist/cli/main.js')];
    for (const { name, folder: place } of checked) {
      const now = new Map(loopguard(place).findings.map((/** @type {Found} */ f) => [identity(f), f]));
      const then = new Map(loopguard(place, { cli }).findings.map((/** @type {Found} */ f) => [identity(f), f]));
      const plus = [...now.keys()].filter(key => !then.has(key));
      const minus = [...then.keys()].filter(key => !now.has(key));
      console.log(`${name}: ${plus.length} added, ${minus.length} removed since ${ref}`);
      for (const key of plus) console.log(`  + ${key}`);
      for (const key of minus) console.log(`  - ${key}`);
    }
  } finally {
    git('worktree', 'remove', '--force', folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.apps) checkApps(resolve(values.apps));
if (values.pairs) checkPairs(resolve(values.pairs));
if (!values['no-packages']) checkPackages();
if (values.base) compareWith(values.base);
if (values.save) saveResult('corpus', { summary });
