import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sarifProblems } from './sarif-schema.js';
import { THREE_FILES } from './three-files.js';

const MAIN = fileURLToPath(import.meta.resolve('#dist/cli/main.js'));
const FIXTURES = fileURLToPath(new URL('../../../test-fixtures', import.meta.url));
const RULE = 'no-sync-io-in-handler';

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real command on the disk. Fixtures are copied, so that they are projects of their own. */
describe('cli, end to end', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function copied(fixture: string): string {
    const folder = written({});
    cpSync(join(FIXTURES, fixture), folder, { recursive: true });
    return folder;
  }

  function written(files: Readonly<Record<string, string>>): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopguard-')));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    return folder;
  }

  function loopguard(cwd: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    return { code: status, out: stdout, err: stderr };
  }

  it('prints its version and help', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', `file://${MAIN}`), 'utf8')) as {
      version: string;
    };
    assert.deepEqual(loopguard(FIXTURES, ['--version']), { code: 0, out: `${version}\n`, err: '' });
    const { code, out, err } = loopguard(FIXTURES, ['--help']);
    assert.deepEqual([code, err], [0, '']);
    for (const command of ['check [...paths]', 'explain <place>', 'rules'])
      assert.ok(out.includes(`  ${command}`), out);
    assert.match(loopguard(FIXTURES, ['check', '--help']).out, /--max-warnings <n>/);
  });

  it('reports a call three files away, with its route', () => {
    const folder = written(THREE_FILES);
    const { code, out, err } = loopguard(folder, ['check']);
    assert.equal(err, '');
    assert.equal(code, 1);
    const lines = out.split('\n');
    assert.equal(lines[0], 'storage.ts');
    assert.match(
      lines[1] ?? '',
      new RegExp(`^ {2}8:21 {2}error {4}\`fs\\.readFileSync\` blocks the event loop .* {2}${RULE}$`),
    );
    const places = [...out.matchAll(/^ +(?:→ )?(\S+\.ts:\d+) /gm)].map(([, place]) => place);
    assert.deepEqual(places, ['orders.ts:4', 'orders.ts:5', 'storage.ts:4', 'storage.ts:8']);
    assert.match(out, /\n1 problem \(1 error, 0 warnings\) in 1 file\.\n/);
  });

  it('honours the disable comments of ESLint', () => {
    const comment = '// eslint-disable-next-line loopguard/no-sync-io-in-handler';
    const storage = (THREE_FILES['storage.ts'] ?? '').replace('  return JSON', `  ${comment}\n$&`);
    const folder = written({ ...THREE_FILES, 'storage.ts': storage });
    const { code, out } = loopguard(folder, ['check']);
    assert.equal(code, 0);
    assert.match(out, /^No problems found\.\n/);
  });

  it('writes valid SARIF, the same bytes wherever and whenever it runs', () => {
    const folder = copied('workspaces/shop');
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const words = ['check', folder, '--strict', '--format', 'sarif'];
    const first = loopguard(folder, words, { TZ: 'Asia/Shanghai', LC_ALL: 'C' });
    assert.equal(first.code, 1);
    assert.deepEqual(sarifProblems(JSON.parse(first.out)), []);
    utimesSync(join(folder, 'src/app.ts'), 1, 1);
    const options = ['--cache-dir', join(folder, '.facts')];
    const second = loopguard(tmpdir(), [...words, ...options], { TZ: 'America/Lima', LC_ALL: 'sv_SE.UTF-8' });
    assert.equal(second.out, first.out);
    const cached = loopguard(join(folder, 'src'), [...words, ...options]);
    assert.equal(cached.out, first.out);
  });

  it('keeps its cache where it is told, or nowhere', () => {
    const folder = written(THREE_FILES);
    loopguard(folder, ['check', '--no-cache', '--cache-dir', 'facts']);
    assert.ok(!existsSync(join(folder, 'facts')));
    loopguard(folder, ['check', '--cache-dir', 'facts']);
    assert.ok(existsSync(join(folder, 'facts')));
  });

  it('compares with a baseline and with a commit', () => {
    const folder = written(THREE_FILES);
    const git = (...words: string[]): void => {
      const identity = ['-c', 'user.name=May', '-c', 'user.email=may@example.org', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...identity, ...words], { cwd: folder, stdio: 'pipe' });
    };
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message=First');
    assert.equal(loopguard(folder, ['check', '--since', 'HEAD']).code, 0);
    assert.equal(loopguard(folder, ['check', '--baseline', 'known.json', '--update-baseline']).code, 0);
    assert.equal(loopguard(folder, ['check', '--baseline', 'known.json']).code, 0);
    const orders = readFileSync(join(folder, 'orders.ts'), 'utf8').replace("params['id']", "params['order']");
    writeFileSync(join(folder, 'orders.ts'), orders);
    assert.equal(loopguard(folder, ['check', '--since', 'HEAD']).code, 1);
    assert.equal(loopguard(folder, ['check', '--baseline', 'known.json']).code, 0);
  });

  it('explains a file, a line, and silence', () => {
    const folder = written(THREE_FILES);
    const whole = loopguard(folder, ['explain', 'storage.ts']);
    assert.deepEqual([whole.code, whole.err], [0, '']);
    for (const name of ['load', 'parse', 'migrate'])
      assert.match(whole.out, new RegExp(`^${name} {2}lines \\d+-\\d+$`, 'm'));
    const parse = loopguard(folder, ['explain', 'storage.ts:8']).out;
    assert.match(parse, /^storage\.ts\n\nparse {2}lines 7-9\n {2}runs\n {4}request/);
    const migrate = loopguard(folder, ['explain', 'storage.ts:12']).out;
    assert.match(migrate, /\n {2}silent\n {4}line 12: .*existsSync/);
  });

  it('lists the rules', () => {
    const { code, out } = loopguard(FIXTURES, ['rules']);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^rule .*\nno-ignored-backpressure +strict .*\n${RULE} +recommended `));
  });

  for (const [words, message] of [
    [['lint'], 'unknown command "lint"; see `loopguard --help`'],
    [['check', '--colour'], 'unknown option --colour; see `loopguard check --help`'],
    [['check', 'nowhere.ts'], 'no such file or folder: nowhere.ts'],
    [['check', '--rule', 'no-such'], '--rule: unknown rule "no-such"; see `loopguard rules`'],
    [
      ['check', '--baseline', 'none.json'],
      'cannot read the baseline none.json: no such file (--update-baseline makes one)',
    ],
  ] as const) {
    it(`cannot run \`${words.join(' ')}\`: exit code 2, one line, no stack`, () => {
      const folder = written(THREE_FILES);
      assert.deepEqual(loopguard(folder, words), { code: 2, out: '', err: `loopguard: ${message}\n` });
    });
  }

  it('cannot run with settings that are wrong', () => {
    const folder = written({ ...THREE_FILES, 'loopguard.config.json': '{ "blocking": 1 }' });
    const { code, out, err } = loopguard(folder, ['check']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^loopguard: [^\n]*loopguard\.config\.json: [^\n]*`blocking`[^\n]*\n$/);
  });

  it('ends quietly when nobody reads on', async () => {
    const folder = copied('workspaces/shop');
    const child = spawn(process.execPath, [MAIN, 'check', '--format', 'json'], { cwd: folder });
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    assert.deepEqual(await once(child, 'close'), [1, null]);
    assert.equal(err.replace(/^loopguard: \d+ fix.* review.*\n/gm, ''), '');
  });
});
