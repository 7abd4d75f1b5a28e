/**
 * How many blocking calls that handlers reach can be made async through every caller, and why the others cannot.
 *
 *     node bench/cascade.mjs --apps <dir>                    one folder per application; nothing in them is changed
 *     node bench/cascade.mjs --apps <dir> --everywhere       also calls that no handler reaches; saved beside the other
 *
 * Every plan that is counted was made, parsed and analysed again: its finding is gone, and there is no new one, nor a new
 * type error where a `tsconfig.json` is found.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOOPGUARD } from './commands.mjs';
import { saveResult } from './results.mjs';

const { values } = parseArgs({
  options: { apps: { type: 'string' }, everywhere: { type: 'boolean', default: false } },
});
if (values.apps === undefined) {
  console.error('cascade: say where the applications are: --apps <dir>');
  process.exit(2);
}
const apps = values.apps;

/** A reason without the names in it. @param {string} reason */
const kindOf = reason =>
  reason.startsWith('The result would have a new type error')
    ? 'the result would have a new type error'
    : reason.replaceAll(/`[^`]*`/g, '…').replace(/[.;].*$/s, '');

/** @param {string} name */
function measure(name) {
  const start = performance.now();
  const plans = plansOf(name, []);
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  const isMocked = plans.some(({ refused }) => refused?.reason.startsWith('A test mocks'));
  const all = isMocked ? plansOf(name, ['--ignore-mocks']) : plans;
  const offered = plans.filter(({ state }) => state === 'planned');
  /** @type {Record<string, number>} */
  const refused = {};
  for (const { refused: why } of plans) if (why) refused[kindOf(why.reason)] = (refused[kindOf(why.reason)] ?? 0) + 1;
  return {
    name,
    calls: plans.length,
    ...(values.everywhere && { known: plans.filter(({ finding }) => finding.contexts.length > 0).length }),
    planned: offered.length,
    functions: offered.reduce((sum, plan) => sum + plan.functions.length + plan.added.length, 0),
    files: new Set(offered.flatMap(({ edits }) => edits.map(({ file }) => file))).size,
    all: all.filter(({ state }) => state === 'planned').length,
    refused,
    seconds,
  };
}

/** @param {string} name @param {string[]} more */
function plansOf(name, more) {
  const [command = '', ...words] = [
    ...LOOPGUARD,
    'fix',
    '--cascade',
    '--all',
    '--dry-run',
    '--plan',
    'json',
    '--no-cache',
    '--root',
    '.',
    ...(values.everywhere ? ['--everywhere'] : []),
    ...more,
  ];
  const { stdout, status, stderr } = spawnSync(command, words, {
    cwd: join(apps, name),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0 && status !== 1) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout).plans;
}

const rows = readdirSync(apps).sort().map(measure);
console.table(rows, ['name', 'calls', 'planned', 'functions', 'files', 'all', 'seconds']);
saveResult(values.everywhere ? 'cascade-everywhere' : 'cascade', { rows });
