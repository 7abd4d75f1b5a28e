import { loadResult } from '../results.mjs';
import { NOT_MEASURED, table, thousands } from './table.mjs';

export function machineText() {
  const result = loadResult('speed-generated') ?? loadResult('speed-eslint');
  if (!result) return NOT_MEASURED;
  const { machine, versions } = result;
  const tools = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${machine.cores} cores of ${machine.cpu ?? 'an unnamed processor'}, ${machine.memory} GB, ${machine.platform}, Node ${machine.node}; ${tools.join(', ')}.`;
}

/** What the categories of real bugs are about, in the order of the tables. */
const KINDS = {
  1: 'Synchronous calls',
  2: 'Listeners and subscriptions',
  3: 'Growth: registries, caches and queues',
  4: 'Timers',
  5: 'Waits without bound',
  8: 'Ignored backpressure and consumers',
};

export function pairsTable() {
  return Object.entries(KINDS)
    .map(([category, kind]) => `### ${kind}\n\n${pairsOf(loadResult(`bugs-${category}`))}`)
    .join('\n\n');
}

function pairsOf(bugs) {
  if (!bugs) return NOT_MEASURED;
  const rows = Object.entries(bugs.tools).map(([tool, { hits, pairs, falseAlarms }]) => [
    tool,
    `${hits} of ${bugs.pairs}`,
    `${pairs} of ${bugs.pairs}`,
    `${falseAlarms} of ${bugs.decoys}`,
  ]);
  const missed = Object.entries(bugs.tools['Loopguard, strict']?.perPair ?? bugs.tools.Loopguard.perPair)
    .filter(([, outcome]) => outcome !== 'yes')
    .map(([id, outcome]) => `\`${id}\`${outcome === 'no' ? '' : ` (${outcome})`}`);
  const text = table(['Tool', 'Reports the bug', 'and is silent on its fix', 'Alarms on decoys'], rows);
  return missed.length === 0 ? text : `${text}\n\nNot caught: ${missed.join(', ')}.`;
}

export function corpusTable() {
  const summary = loadResult('corpus')?.summary;
  const total = summary?.['all applications'];
  if (!total) return NOT_MEASURED;
  const rows = Object.entries(summary)
    .filter(([name, row]) => row.unlabelled !== undefined && name !== 'all applications')
    .map(([name, row]) => [
      name,
      thousands(row.lines),
      row.findings,
      row.true,
      row.false,
      row.unsure,
      row.unlabelled,
      row.lost,
    ]);
  const judged = total.true + total.false;
  const rate = judged === 0 ? '' : `${((100 * total.false) / judged).toFixed(1)} %`;
  const text = table(
    ['Application', 'Lines', 'Findings', 'True', 'False', 'Unsure', 'Not judged', 'Known, not reported'],
    rows,
  );
  const rules = Object.entries(summary['by rule'] ?? {}).map(([rule, { true: good, false: bad, unsure }]) => [
    `\`${rule}\``,
    good,
    bad,
    unsure,
  ]);
  const byRule = rules.length === 0 ? '' : `\n\n${table(['Rule', 'True', 'False', 'Unsure'], rules)}`;
  return `${text}${byRule}\n\nFalse alarms among the judged findings: **${rate}** (${total.false} of ${judged}).`;
}

export function peersTables() {
  const apps = loadResult('peers')?.apps;
  if (!apps) return NOT_MEASURED;
  const tools = Object.keys(apps[0].tools);
  const sum = (tool, field) => apps.reduce((all, app) => all + app.tools[tool][field], 0);
  const places = apps.reduce((all, app) => all + app.labelledTrue, 0);
  const fine = apps.reduce((all, app) => all + app.labelledFalse, 0);
  const rows = tools.map(tool => {
    const good = sum(tool, 'true');
    const bad = sum(tool, 'false');
    const share = good + bad === 0 ? '' : `${Math.round((100 * bad) / (good + bad))} %`;
    return [tool, sum(tool, 'findings'), `${good} of ${places}`, `${bad} of ${fine}`, share];
  });
  const total = table(
    ['Tool', 'Places reported', 'of the hazards known', 'of the harmless known', 'harmless among the judged'],
    rows,
  );
  const each = table(
    ['Application', ...tools.filter(tool => !tool.includes('allow'))],
    apps.map(({ app, tools: by }) => [
      app,
      ...Object.entries(by)
        .filter(([tool]) => !tool.includes('allow'))
        .map(([, row]) => `${row.findings} (${row.true} true, ${row.false} false)`),
    ]),
  );
  return `${total}\n\n${each}`;
}

/** What `fix --cascade` offers on applications, and what is in its way. */
export function cascadeTable() {
  return cascadeTables('cascade', 'Application', []);
}

/** The same with `--everywhere`: also of calls that no handler reaches. */
export function everywhereTable() {
  return cascadeTables('cascade-everywhere', 'Project', [['Known to run', 'known']]);
}

/** Tests of applications, before and after. */
export function cascadeTestsTable() {
  const rows = loadResult('cascade-tests')?.rows;
  if (!rows) return NOT_MEASURED;
  return table(
    ['Application', 'Tests', 'Options', 'Made async', 'Passed, failed before', 'After'],
    rows.map(({ name, command, flags, calls, before, after }) => [
      name,
      `\`${command}\``,
      flags === '' ? '' : `\`${flags}\``,
      calls,
      `${before.passed}, ${before.failed}`,
      `${after.passed}, ${after.failed}`,
    ]),
  );
}

/** The demo shop under load, before and after. */
export function cascadeShopTable() {
  const { rows, summary } = loadResult('cascade-shop') ?? {};
  if (!rows) return NOT_MEASURED;
  const heads = Object.keys(rows[0]);
  return `${summary}\n\n${table(
    heads.map(head => head.charAt(0).toUpperCase() + head.slice(1)),
    rows.map(row => heads.map(head => row[head])),
  )}`;
}

/** @param {string} name @param {string} what @param {readonly (readonly [heading: string, field: string])[]} more */
function cascadeTables(name, what, more) {
  const rows = loadResult(name)?.rows;
  if (!rows) return NOT_MEASURED;
  const columns = [
    ['Blocking calls', 'calls'],
    ...more,
    ['Made async', 'planned'],
    ['Functions', 'functions'],
    ['Files', 'files'],
    ['With `--ignore-mocks`', 'all'],
    ['Seconds', 'seconds'],
  ];
  const sum = field => Number(rows.reduce((total, row) => total + row[field], 0).toFixed(1));
  const text = table(
    [what, ...columns.map(([heading]) => heading)],
    [
      ...rows.filter(({ calls }) => calls > 0).map(row => [row.name, ...columns.map(([, field]) => row[field])]),
      ['all', ...columns.map(([, field]) => sum(field))],
    ],
  );
  const reasons = new Map();
  for (const { refused } of rows) {
    for (const [reason, count] of Object.entries(refused)) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  const why = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, count]) => [reason, count]);
  return `${text}\n\n${table(['Left as it is, because', 'Calls'], why)}`;
}
