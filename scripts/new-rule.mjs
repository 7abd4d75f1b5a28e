/**
 * Starts a rule: its file, its page and one fixture that fails until the rule finds something.
 *
 *     npm run new-rule -- no-forgotten-lock
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constantName } from './generated/hazard-index.mjs';
import { fixtureText, pageText, ruleText } from './generated/rule-skeleton.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} line @returns {never} */
function refuse(line) {
  console.error(line);
  process.exit(2);
}

const [id = '', ...more] = process.argv.slice(2);
if (id === '' || more.length > 0) refuse('Usage: npm run new-rule -- no-<hazard>');
if (!/^no(-[a-z]+){1,5}$/.test(id))
  refuse(`\`${id}\` is no rule id: \`no-\` and the hazard in lower-case words, joined by hyphens`);
const files = {
  [`rules/src/core/hazards/${id}.ts`]: ruleText(id, constantName(id)),
  [`rules/docs/${id}.md`]: pageText(),
  [`test-fixtures/${id}/direct-in-handler/server.ts`]: fixtureText(id),
};
const taken = [...Object.keys(files), `test-fixtures/${id}`].find(file => existsSync(join(root, file)));
if (taken !== undefined) refuse(`${taken} exists already`);
for (const [file, text] of Object.entries(files)) {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(file);
}
const { status } = spawnSync(process.execPath, [join(root, 'scripts/generate.mjs')], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
