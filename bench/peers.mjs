/**
 * Loopguard beside the rules of other linters that speak of the same: all tools in one run, over the same files.
 *
 *     node bench/peers.mjs --pairs <dir> --apps <dir>     real bugs and decoys; applications with labelled places
 *     node bench/peers.mjs --pairs <dir> --category 2,3   bugs of other categories (bench/tools.mjs)
 *     node bench/peers.mjs --smoke                         the demo application; nothing is stored
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { versionOf } from './commands.mjs';
import { placeKey, readLabels } from './labels.mjs';
import { raisesFalseAlarm, readPairs, scorePair } from './pairs.mjs';
import { saveResult } from './results.mjs';
import { allTools } from './tools.mjs';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    category: { type: 'string', default: '1' },
    apps: { type: 'string' },
    smoke: { type: 'boolean', default: false },
  },
});

function overPairs(folder, category) {
  const tally = {};
  const of = tool => (tally[tool] ??= { hits: 0, pairs: 0, falseAlarms: 0, perPair: {} });
  const all = readPairs(folder, category);
  for (const pair of all) {
    console.error(pair.id);
    if (existsSync(join(pair.folder, 'code'))) {
      for (const [tool, places] of Object.entries(allTools(join(pair.folder, 'code'), category))) {
        if (raisesFalseAlarm(pair, places)) of(tool).falseAlarms += 1;
      }
      continue;
    }
    const buggy = allTools(join(pair.folder, 'buggy'), category);
    const fixed = allTools(join(pair.folder, 'fixed'), category);
    for (const tool of Object.keys(buggy)) {
      const { hit, clean } = scorePair(pair, { buggy: buggy[tool], fixed: fixed[tool] });
      const row = of(tool);
      row.hits += Number(hit);
      row.pairs += Number(clean);
      row.perPair[pair.id] = clean ? 'yes' : hit ? 'both versions' : 'no';
    }
  }
  const decoys = all.filter(pair => existsSync(join(pair.folder, 'code'))).length;
  return { pairs: all.length - decoys, decoys, tools: tally };
}

function overApps(folder) {
  const rows = [];
  const { apps } = JSON.parse(readFileSync(new URL('corpus.json', import.meta.url), 'utf8'));
  const labels = readLabels();
  for (const { name } of apps.filter(app => existsSync(join(folder, app.name)) && labels.has(app.name))) {
    console.error(name);
    const verdicts = new Map(labels.get(name).map(label => [placeKey(label), label.verdict]));
    const tools = Object.entries(allTools(join(folder, name))).map(([tool, places]) => {
      const count = verdict => places.filter(place => verdicts.get(placeKey(place)) === verdict).length;
      return [tool, { findings: places.length, true: count('true'), false: count('false'), unsure: count('unsure') }];
    });
    const known = [...verdicts.values()];
    rows.push({
      app: name,
      labelledTrue: known.filter(v => v === 'true').length,
      labelledFalse: known.filter(v => v === 'false').length,
      tools: Object.fromEntries(tools),
    });
  }
  return rows;
}

if (values.smoke) {
  const shop = fileURLToPath(new URL('../test-fixtures/workspaces/shop', import.meta.url));
  for (const [tool, places] of Object.entries(allTools(shop))) console.log(`${tool}: ${places.length} places`);
} else {
  const versions = Object.fromEntries(
    ['eslint', 'eslint-plugin-n', 'oxlint', '@biomejs/biome'].map(name => [name, versionOf(name)]),
  );
  const categories = values.category.split(',').map(Number);
  if (values.pairs)
    for (const category of categories)
      saveResult(`bugs-${category}`, { versions, ...overPairs(resolve(values.pairs), category) });
  if (values.apps) saveResult('peers', { versions, apps: overApps(resolve(values.apps)) });
}
