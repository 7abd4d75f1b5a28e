/**
 * Writes the tables of bench/README.md from bench/results/*.json, between `<!-- begin name -->` and `<!-- end name -->`.
 *
 *     node bench/report.mjs [--check]      --check: only says whether the tables are those of the results
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { editorTable, soakTable } from './report/editor.mjs';
import {
  cascadeShopTable,
  cascadeTable,
  cascadeTestsTable,
  everywhereTable,
  machineText,
  peersTables,
  corpusTable,
  pairsTable,
} from './report/quality.mjs';
import { eslintTable, growthTable, wholeTable } from './report/speed.mjs';

const README = new URL('README.md', import.meta.url);
const before = readFileSync(README, 'utf8');
const sections = {
  machine: machineText,
  whole: wholeTable,
  eslint: eslintTable,
  growth: growthTable,
  editor: editorTable,
  soak: soakTable,
  bugs: pairsTable,
  applications: corpusTable,
  cascade: cascadeTable,
  everywhere: everywhereTable,
  'cascade-shop': cascadeShopTable,
  'cascade-tests': cascadeTestsTable,
  peers: peersTables,
};
let after = before;
for (const [name, write] of Object.entries(sections)) {
  const marked = new RegExp(`(<!-- begin ${name} -->\\n)[\\s\\S]*?(<!-- end ${name} -->)`);
  if (!marked.test(after)) throw new Error(`bench/README.md has no markers for ${name}`);
  after = after.replace(marked, (_, begin, end) => `${begin}\n${write()}\n\n${end}`);
}
if (!process.argv.includes('--check')) writeFileSync(README, after);
else if (after !== before) {
  console.error('bench/README.md does not show what bench/results has: run `node bench/report.mjs`.');
  process.exitCode = 1;
}
