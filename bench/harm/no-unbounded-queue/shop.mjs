// node bench/harm/no-unbounded-queue/shop.mjs
// Every bounded form that is offered for the demo shop's queue: its own tests, then orders over loopback while receipts
// are filed slowly; prints one table. Needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shop = join(root, 'test-fixtures/workspaces/shop');
const { run: analyse } = await import('../../../rules/dist-test/fixtures/run.js');

/** @returns {Map<string, string>} texts of the shop's sources, by path */
function sources() {
  const paths = readdirSync(join(shop, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(shop, join(entry.parentPath, entry.name)));
  return new Map([...paths, 'package.json'].map(path => [path, readFileSync(join(shop, path), 'utf8')]));
}

/** The fixes for the queue, with the file that each changes. */
function boundedForms() {
  const texts = sources();
  const { analysis, findings, strictFindings } = analyse(texts);
  const found = [...findings, ...strictFindings].filter(({ ruleId }) => ruleId === 'no-unbounded-queue');
  return found.flatMap(finding =>
    analysis.fixes(finding).map(({ title, file, edits }) => {
      const text = texts.get(file) ?? '';
      let changed = '';
      let at = 0;
      for (const edit of edits) {
        changed += text.slice(at, edit.span[0]) + edit.text;
        at = edit.span[1];
      }
      return { title, file, text: changed + text.slice(at) };
    }),
  );
}

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  return spawnSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8' });
}

/** @param {string} title @param {{ file: string, text: string }} [change] */
function measure(title, change) {
  const folder = mkdtempSync(join(tmpdir(), 'shop-bounded-'));
  try {
    for (const name of ['src', 'test', 'scripts', 'data', 'package.json', 'tsconfig.json'])
      cpSync(join(shop, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    if (change) writeFileSync(join(folder, change.file), change.text);
    const built = run(join(root, 'node_modules/typescript/bin/tsc'), ['-p', folder], folder);
    if (built.status !== 0) throw new Error(`the shop does not compile: ${built.stdout}`);
    const tested = run('--test', ['dist/test/shop.test.js'], folder);
    const load = run(fileURLToPath(new URL('shop-load.mjs', import.meta.url)), [folder], folder);
    if (load.status !== 0) throw new Error(load.stderr);
    return { queue: title, 'its tests': tested.status === 0 ? 'pass' : 'fail', ...JSON.parse(load.stdout) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows = [measure('as it is')];
for (const form of boundedForms()) rows.push(measure(form.title, form));
console.table(rows);
