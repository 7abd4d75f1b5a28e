/**
 * Proves the packaged extension in the real editor: sets up what is needed, packages, runs the scenarios in one editor
 * and one page, and ends with one line, `N passed, N failed`.
 *
 *     npm run test:e2e                            everything
 *     npm run test:e2e -- --grep "quick fix"      scenarios whose title matches
 *     npm run test:e2e -- --vsix <file>           an extension that is packaged already
 *     npm run test:e2e -- --all-builtins          beside all extensions that the editor comes with
 *     npm run test:e2e -- --pictures              also renews the pictures of the README
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { openBed } from './bed.mjs';
import { artifacts, cache, root } from './places.mjs';
import { SetupError, setUp } from './setup.mjs';
import { runCommand } from './workbench.mjs';

/** The pictures of the README, by the scenario that takes them. */
const PICTURES = ['route', 'fix', 'async-offer', 'async-preview', 'async-done'];

const { values } = parseArgs({
  options: {
    grep: { type: 'string' },
    vsix: { type: 'string' },
    'all-builtins': { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
  },
});

/** @param {number} passed @param {number} failed */
function finish(passed, failed) {
  if (existsSync(artifacts)) console.log(`Pictures and logs: ${relative(root, artifacts)}`);
  const log = join(artifacts, 'Loopguard.log');
  const [activated] = (existsSync(log) ? /activated in .*/.exec(readFileSync(log, 'utf8')) : null) ?? [];
  if (activated !== undefined) console.log(`The extension was ${activated}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/** @returns {string} The packaged extension. */
function packaged() {
  if (values.vsix !== undefined) return resolve(values.vsix);
  mkdirSync(cache, { recursive: true });
  const vsix = join(cache, 'loopguard.vsix');
  const script = join(root, 'scripts/package.mjs');
  const { status } = spawnSync(process.execPath, [script, '--out', vsix], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new SetupError('The extension could not be packaged; see above.');
  return vsix;
}

/** @returns {Promise<{ name: string, scenario: import('./bed.mjs').Scenario }[]>} In the order in which they run. */
async function scenarios() {
  const folder = new URL('scenarios/', import.meta.url);
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.mjs'))
    .sort();
  const all = await Promise.all(
    names.map(async file => {
      /** @type {{ default: import('./bed.mjs').Scenario }} */
      const { default: scenario } = await import(new URL(file, folder).href);
      return { name: basename(file, '.mjs'), scenario };
    }),
  );
  return [...all.filter(({ scenario }) => !scenario.last), ...all.filter(({ scenario }) => scenario.last)];
}

/** @param {string} browser @param {string} vsix */
async function mochaOf(browser, vsix) {
  const mocha = new Mocha({ timeout: 90_000, ...(values.grep === undefined ? {} : { grep: values.grep }) });
  const suite = Mocha.Suite.create(mocha.suite, 'Loopguard in the editor');
  /** @type {import('./bed.mjs').Bed | undefined} */
  let bed;
  suite.beforeAll('opens the editor', async function () {
    this.timeout(240_000);
    bed = await openBed({ vsix, browser, allBuiltins: values['all-builtins'] });
  });
  suite.afterAll('closes the editor', async function () {
    this.timeout(60_000);
    await bed?.close();
  });
  for (const { name, scenario } of await scenarios()) {
    const test = new Mocha.Test(scenario.title, async () => {
      if (bed === undefined) throw new Error('There is no editor.');
      await play(bed, name, scenario);
    });
    suite.addTest(test);
  }
  return mocha;
}

/** @param {import('./bed.mjs').Bed} bed @param {string} name @param {import('./bed.mjs').Scenario} scenario */
async function play(bed, name, scenario) {
  try {
    if (!scenario.last) await bed.startAfresh();
    await scenario.run(bed);
    if (!bed.page.isClosed()) await bed.picture(name);
  } catch (error) {
    // A page that is gone cannot be shown; why the scenario failed counts.
    await bed.picture(`${name}-failed`).catch(() => {});
    // A server in a wrong state is the next scenario's only if that finds the fault too.
    if (!scenario.last) await runCommand(bed.page, 'Loopguard: Restart Server').catch(() => {});
    throw error;
  }
}

function keepPictures() {
  const folder = join(root, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  for (const name of PICTURES) {
    const taken = join(artifacts, `${name}.png`);
    if (!existsSync(taken)) continue;
    copyFileSync(taken, join(folder, `${name}.png`));
    console.log(`docs/pictures/${name}.png`);
  }
}

try {
  const { browser } = setUp();
  const mocha = await mochaOf(browser, packaged());
  const runner = mocha.run(failures => {
    if (values.pictures && failures === 0) keepPictures();
    finish(runner.stats?.passes ?? 0, runner.stats?.failures ?? 0);
  });
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  finish(0, 1);
}
