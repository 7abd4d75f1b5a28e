/**
 * Starts and stops the real editor (code-server) with the packaged extension, away from the user's own files: HOME and
 * everything else below one folder of this run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { codeServerEntry, fewBuiltins, nodeBinary } from './places.mjs';
import { processesAtHome } from './processes.mjs';
import { userSettings } from './settings.mjs';
import { waitUntil } from './wait-until.mjs';

/**
 * @typedef {object} Editor
 * @property {string} url
 * @property {string} logs The folder of the editor's own logs.
 * @property {() => import('./processes.mjs').Process[]} processes Everything of this run that is alive, also what lost its parent.
 * @property {() => Promise<void>} stop Ends the editor's main process, which ends the others. May be called again.
 */

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** @param {string} folder @param {string} proxy @returns {NodeJS.ProcessEnv} */
function isolated(folder, proxy) {
  const home = join(folder, 'home');
  const env = {
    ...process.env,
    HOME: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    // Sockets are left behind in these.
    XDG_RUNTIME_DIR: join(folder, 'r'),
    TMPDIR: join(folder, 'r'),
    // No marketplace.
    EXTENSIONS_GALLERY: '{}',
    // Who wants to leave the machine is seen, and stopped.
    ...Object.fromEntries(['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map(name => [name, proxy])),
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
    NODE_USE_ENV_PROXY: '1',
  };
  const foreign = /^(VSCODE_|PORT$|PASSWORD$|HASHED_PASSWORD$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/**
 * @param {object} options
 * @param {string} options.folder Fresh, and short: sockets live below it, and their paths may have 107 bytes.
 * @param {string} options.vsix
 * @param {string} options.log File for what the editor prints.
 * @param {string} options.proxy
 * @param {boolean} options.allBuiltins
 * @returns {Promise<Editor>}
 */
export async function startEditor({ folder, vsix, log, proxy, allBuiltins }) {
  const user = join(folder, 'data/User');
  const home = join(folder, 'home');
  for (const part of [user, home, join(folder, 'r'), join(folder, 'exts')]) mkdirSync(part, { recursive: true });
  writeFileSync(join(folder, 'config.yaml'), 'auth: none\n');
  writeFileSync(join(user, 'settings.json'), JSON.stringify(userSettings, undefined, 2));
  const env = isolated(folder, proxy);
  const common = [
    codeServerEntry,
    ...['--config', join(folder, 'config.yaml')],
    ...['--user-data-dir', join(folder, 'data')],
    ...['--extensions-dir', join(folder, 'exts')],
  ];
  install(common, vsix, env);
  const port = await freePort();
  const child = spawn(
    nodeBinary,
    [
      ...common,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-proxy'],
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      ...(allBuiltins ? [] : ['--vscode-option', `builtin-extensions-dir=${fewBuiltins}`]),
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const sink = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) stream.pipe(sink, { end: false });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(`the editor answers (its log: ${log})`, () => answers(url, child), { seconds: 60 });
  const stop = async () => {
    await stopProcess(child);
    sink.end();
  };
  return { url, logs: join(folder, 'data/logs'), processes: () => processesAtHome(home), stop };
}

/** @param {string[]} common @param {string} vsix @param {NodeJS.ProcessEnv} env */
function install(common, vsix, env) {
  const { status, stdout, stderr } = spawnSync(nodeBinary, [...common, '--install-extension', vsix, '--force'], {
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0 || !stdout.includes('successfully installed'))
    throw new Error(`The editor does not install ${vsix}:\n${stdout}${stderr}`);
}

/** @param {string} url @param {import('node:child_process').ChildProcess} child */
async function answers(url, child) {
  if (child.exitCode !== null) throw new Error(`The editor ended with ${child.exitCode} instead of starting.`);
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(last);
}
