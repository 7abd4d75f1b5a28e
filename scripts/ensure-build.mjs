/**
 * Builds what changed: the packages, their tests and the demo shop. Compares a digest of the sources with
 * that of the last build first, so that a build with nothing to do takes well under a second.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const stamp = join(root, 'node_modules/.cache/loopguard-build');

/** What is built: sources, where the output goes, and the arguments for tsc. */
const shop = 'test-fixtures/workspaces/shop';
const packages = ['rules', 'server', 'client'];
const halves = packages.flatMap(name => [
  { sources: `${name}/src`, output: `${name}/dist` },
  { sources: `${name}/test`, output: `${name}/dist-test` },
]);
// One run for all, so that what they share is looked at once. A folder without sources is an error to tsc.
const built = halves.map(({ sources }) => sources).filter(folder => filesBelow(folder, isTypeScript).length > 0);
const build = ['-b', ...built.map(folder => (folder === 'rules/src' ? 'rules' : folder))];
const parts = [
  ...halves.map(half => ({ ...half, build })),
  ...['src', 'scripts', 'test'].map(folder => ({
    sources: `${shop}/${folder}`,
    output: `${shop}/dist/${folder}`,
    build: ['-p', shop],
  })),
];
const configurations = [
  'tsconfig.base.json',
  'package-lock.json',
  ...packages.flatMap(name => [`${name}/tsconfig.json`, `${name}/package.json`]),
];

/**
 * @param {string} folder
 * @param {(name: string) => boolean} wanted
 * @returns {string[]} Paths from the root, sorted.
 */
function filesBelow(folder, wanted) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && wanted(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** @param {string} name */
function isTypeScript(name) {
  return /\.[cm]?tsx?$/.test(name);
}
/** @param {string} name */
const isSource = name => /\.[cm]?tsx?$|^tsconfig.*\.json$/.test(name);
/** @param {string} name */
const isOutput = name => /\.[cm]?js$|\.d\.[cm]?ts$/.test(name);

/** A digest of paths, sizes and times of every source. */
function digest() {
  const hash = createHash('sha256');
  for (const file of [
    ...configurations,
    `${shop}/tsconfig.json`,
    ...parts.flatMap(part => filesBelow(part.sources, isSource)),
  ]) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Outputs without a source (renamed or deleted since) and sources without an output.
 * @param {(typeof parts)[number]} part
 */
function mismatches(part) {
  /** @param {string} file @param {string} folder */
  const stem = (file, folder) => relative(folder, file).replace(/(\.d)?\.[cm]?[jt]sx?$/, '');
  const outputs = filesBelow(part.output, isOutput);
  const sources = filesBelow(
    part.sources,
    name => isSource(name) && !name.endsWith('.json') && !/\.d\.[cm]?ts$/.test(name),
  );
  const sourceStems = new Set(sources.map(file => stem(file, part.sources)));
  const outputStems = new Set(outputs.map(file => stem(file, part.output)));
  return {
    stale: outputs.filter(file => !sourceStems.has(stem(file, part.output))),
    missing: sources.filter(file => !outputStems.has(stem(file, part.sources))),
  };
}

/** @param {string[]} args */
function compile(args) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return (
    spawnSync(process.execPath, [tsc, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  );
}

const now = digest();
const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
const incomplete = parts.filter(part => mismatches(part).missing.length > 0);
if (now !== last || incomplete.length > 0) {
  console.log('Building …');
  for (const file of parts.flatMap(part => mismatches(part).stale)) rmSync(join(root, file));
  // An output that was deleted by hand is not missed by tsc, which trusts its own record.
  if (now === last && incomplete.length > 0) {
    for (const folder of new Set(parts.map(part => (part.output.startsWith(shop) ? `${shop}/dist` : part.output)))) {
      for (const file of filesBelow(folder, name => name.endsWith('.tsbuildinfo'))) rmSync(join(root, file));
    }
  }
  const commands = [...new Map(parts.map(part => [part.build.join(' '), part.build])).values()];
  if (!commands.map(compile).every(Boolean)) process.exit(1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
