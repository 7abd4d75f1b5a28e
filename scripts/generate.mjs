/**
 * Writes everything that follows from rules and catalogue: the index of rules, the tables of the README files,
 * the headers of the rules' pages, the catalogue's page, the settings of the editor.
 *
 *     npm run generate                writes
 *     npm run generate -- --check     writes nothing; names the files that differ, and fails
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cataloguePage } from './generated/catalogue.mjs';
import { hazardIndex } from './generated/hazard-index.mjs';
import { manifestSettings } from './generated/manifest-settings.mjs';
import { pageHeaders, ruleTables } from './generated/rule-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

/** @type {string[]} */
const differing = [];

/** @param {[file: string, text: string]} generated */
function settle([file, text]) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  differing.push(file);
  if (!values.check) writeFileSync(path, text);
}

try {
  settle(hazardIndex(root));
  // What follows is read from the compiled rules, which know of a new one only after a build.
  if (differing.length > 0 && !values.check) build();
  const { hazards } = await import('../rules/dist/core/hazards/index.js');
  const { CONTEXTS } = await import('../rules/dist/core/model.js');
  const { libraries } = await import('../rules/dist/core/catalog/index.js');
  for (const generated of [
    ...ruleTables(root, hazards),
    ...pageHeaders(root, hazards),
    cataloguePage(libraries),
    ...manifestSettings(root, hazards, CONTEXTS),
  ])
    settle(generated);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
for (const file of differing) console.log(values.check ? `${file} is out of date; run \`npm run generate\`` : file);
if (values.check && differing.length > 0) process.exitCode = 1;

function build() {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/ensure-build.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the build failed');
}
