import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(import.meta.resolve('#dist/cli/main.js'));
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

const FILES = {
  'package.json': '{ "name": "tea", "type": "module" }\n',
  'src/load.ts': `import { readFileSync } from 'node:fs';

export function load(path: string): string {
  return readFileSync(path, 'utf8');
}
`,
  'src/main.ts': `import { openSync } from 'node:fs';
import { createServer } from 'node:http';
import { load } from './load.js';

createServer((request, response) => {
  response.end(load('menu.txt'));
});

createServer((request, response) => {
  response.end(String(openSync('date')));
});
`,
} as const;

/** The real command on a real repository. */
describe('loopguard fix --cascade', () => {
  let folder: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopguard-')));
    for (const [path, text] of Object.entries(FILES)) write(path, text);
    git('init', '--quiet');
    commit();
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

  function git(...words: string[]): void {
    const who = ['-c', 'user.name=May', '-c', 'user.email=may@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...words], { cwd: folder });
  }

  function commit(): void {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'tea');
  }

  function fix(...words: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'fix', '--no-cache', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { code: status, out: stdout, err: stderr };
  }

  function assertUnchanged(): void {
    for (const [path, text] of Object.entries(FILES)) assert.equal(read(path), text);
    assert.deepEqual(readdirSync(join(folder, 'src')), ['load.ts', 'main.ts']);
  }

  it('rewrites what it can through all callers, and says what it left and why', () => {
    const { code, out, err } = fix('--cascade', '--all');
    assert.equal(err, '');
    assert.equal(code, 1);
    assert.equal(
      out,
      `src/load.ts:4  \`fs.readFileSync\` blocks the event loop each time \`request\` fires.
  Make \`load\` async (2 functions in 2 files)
    async  src/load.ts:3  load
    async  src/main.ts:5  (a function without a name)
    await  src/load.ts:4
    await  src/main.ts:6

src/main.ts:10  \`fs.openSync\` blocks the event loop each time \`request\` fires.
  left as it is: No promise form with the same result is known; the code around the call has to change with it, or it moves to a worker thread (\`node:worker_threads\`).

Rewrote 1 blocking call: 2 functions in 2 files. Left 1 as it is.
`,
    );
    assert.equal(
      read('src/load.ts'),
      `import { readFile } from 'node:fs/promises';

export async function load(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}
`,
    );
    assert.match(
      read('src/main.ts'),
      /createServer\(async \(request, response\) => \{\n {2}response\.end\(await load\('menu\.txt'\)\);/,
    );
    assert.deepEqual(readdirSync(join(folder, 'src')), ['load.ts', 'main.ts']);
  });

  it('rewrites one call by its line', () => {
    const { code, out } = fix('--cascade', 'src/load.ts:4');
    assert.equal(code, 0);
    assert.match(out, /Rewrote 1 blocking call: 2 functions in 2 files\.\n$/);
    assert.equal(fix('--cascade', 'src/load.ts:3', '--allow-dirty').out, 'No blocking calls that handlers reach.\n');
  });

  it('goes to calls that no handler reaches when it is told so', () => {
    write('src/import.ts', `import { load } from './load.js';\n\nconsole.log(load('menu.txt'));\n`);
    write(
      'src/main.ts',
      `import { existsSync } from 'node:fs';\n\nexport {};\nif (existsSync('menu.txt')) console.log('There is a menu.');\n`,
    );
    commit();
    assert.deepEqual(fix('--cascade', '--all').out, 'No blocking calls that handlers reach.\n');
    const { out } = fix('--cascade', '--all', '--everywhere', '--plan', 'json');
    const { plans } = JSON.parse(out) as { plans: { state: string; finding: object }[] };
    assert.deepEqual(
      plans.map(({ state, finding }) => [state, finding]),
      [
        [
          'applied',
          {
            contexts: ['startup'],
            message: '`fs.readFileSync` waits for the disk.',
            file: 'src/load.ts',
            line: 4,
          },
        ],
        [
          'applied',
          { contexts: ['startup'], message: '`fs.existsSync` waits for the disk.', file: 'src/main.ts', line: 4 },
        ],
      ],
    );
    assert.match(read('src/import.ts'), /console\.log\(await load\('menu\.txt'\)\);/);
    assert.equal(fix('--cascade', 'src/load.ts', '--everywhere', '--allow-dirty').out, 'No blocking calls.\n');
  });

  it('plans without changing anything, also as JSON', () => {
    assert.match(
      fix('--cascade', 'src/load.ts', '--dry-run').out,
      /Would rewrite 1 blocking call: 2 functions in 2 files\.\n$/,
    );
    const { out } = fix('--cascade', '--all', '--dry-run', '--plan', 'json');
    const { version, plans } = JSON.parse(out) as { version: number; plans: Record<string, unknown>[] };
    assert.equal(version, 1);
    assert.deepEqual(
      plans.map(({ state }) => state),
      ['planned', 'refused'],
    );
    assert.deepEqual(plans[0]!['functions'], [
      { name: 'load', file: 'src/load.ts', line: 3 },
      { name: '', file: 'src/main.ts', line: 5 },
    ]);
    assertUnchanged();
  });

  it('refuses a working tree with changes, unless it is told otherwise', () => {
    write('src/main.ts', `${FILES['src/main.ts']}// mine\n`);
    const { code, err } = fix('--cascade', '--all');
    assert.equal(code, 2);
    assert.equal(
      err,
      'loopguard: fix: src/main.ts has changes that are not committed; commit them, or say --allow-dirty\n',
    );
    assert.equal(fix('--cascade', '--all', '--allow-dirty').code, 1);
    assert.match(read('src/main.ts'), /await load\('menu\.txt'\)[^]*\/\/ mine\n$/);
  });

  it('takes a new file of code for a change, but not other new files', () => {
    write('notes.txt', 'mine');
    assert.equal(fix('--cascade', 'src/load.ts', '--dry-run').code, 0);
    write('src/new.ts', 'export {};\n');
    assert.match(
      fix('--cascade', 'src/load.ts').err,
      /^loopguard: fix: src\/new\.ts has changes that are not committed/,
    );
    rmSync(join(folder, 'src/new.ts'));
    assert.equal(fix('--cascade', 'src/load.ts').code, 0);
  });

  it('leaves a call as it is where the result would not type-check', () => {
    symlinkSync(MODULES, join(folder, 'node_modules'), 'dir');
    write('.gitignore', 'node_modules\n');
    write(
      'tsconfig.json',
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "types": ["node"] }, "include": ["src"] }\n',
    );
    write('src/size.ts', 'export type Size = (path: string) => number;\n');
    write(
      'src/main.ts',
      `import type { Size } from './size.js';\n${FILES['src/main.ts']}\nconst size: Size = path => load(path).length;\ncreateServer(() => size('menu.txt'));\n`,
    );
    commit();
    const { out } = fix('--cascade', 'src/load.ts');
    assert.match(out, /left as it is: The result would have a new type error: src\/main\.ts TS2322: /);
    assert.equal(read('src/load.ts'), FILES['src/load.ts']);
  });

  it('leaves start-up a function as it is, and tells of the async form that it adds', () => {
    write(
      'src/menu.ts',
      `import { load } from './load.js';\n\nexport class Menu {\n  text = load('menu.txt');\n}\nnew Menu();\n`,
    );
    commit();
    const { out } = fix('--cascade', 'src/load.ts');
    assert.match(
      out,
      /Add `loadAsync` for handlers \(2 functions in 2 files\)\n {4}added {2}src\/load\.ts:3 {2}loadAsync, beside load\n/,
    );
    assert.match(read('src/load.ts'), /export function load[^]*export async function loadAsync/);
    const { plans } = JSON.parse(fix('--cascade', '--all', '--allow-dirty', '--plan', 'json').out) as {
      plans: unknown[];
    };
    assert.equal(plans.length, 1);
  });

  it('goes around mocks of tests when it is told so', () => {
    write('src/main.test.ts', "import './load.js';\n\njest.spyOn(fs, 'readFileSync').mockReturnValue('tea');\n");
    commit();
    const { code, out } = fix('--cascade', 'src/load.ts');
    assert.equal(code, 1);
    assert.match(out, /mock `readFile`, too\. \(src\/main\.test\.ts:3\)\n/);
    assert.match(
      out,
      /Left 1 as it is\. Tests mock what 1 of them would go around: --ignore-mocks rewrites it all the same\.\n$/,
    );
    assert.match(fix('--cascade', 'src/load.ts', '--ignore-mocks').out, /Rewrote 1 blocking call/);
  });

  it('does not call by a name that would not be found', () => {
    write('src/all.ts', "import { load } from './load.js';\n\nexport { load };\n");
    write('src/main.ts', FILES['src/main.ts'].replace('./load.js', './all.js'));
    write(
      'src/menu.ts',
      `import { load } from './load.js';\n\nclass Menu {\n  text = load('menu.txt');\n}\nnew Menu();\n`,
    );
    commit();
    const { out } = fix('--cascade', 'src/load.ts');
    assert.match(out, /left as it is: `loadAsync` would not be found where src\/main\.ts calls it\./);
    assert.equal(read('src/load.ts'), FILES['src/load.ts']);
  });

  for (const [words, message] of [
    [[], 'fix: say what to do: --cascade; safe fixes are applied by `check --fix`'],
    [['--cascade'], 'fix: name a file, a folder or `file:line`, or say --all for the whole project'],
    [['--cascade', '--all', 'src'], 'fix: name a file, a folder or `file:line`, or say --all for the whole project'],
    [['--cascade', 'src/none.ts'], 'no such file or folder: src/none.ts'],
    [['--cascade', 'src/load.ts:0'], 'fix: lines count from 1: src/load.ts:0'],
    [['--cascade', '--all', '--plan', 'xml'], '--plan: unknown format "xml"; known are text, json'],
  ] as const) {
    it(`complains in one line of: fix ${words.join(' ')}`, () => {
      const { code, out, err } = fix(...words);
      assert.deepEqual({ code, out, err }, { code: 2, out: '', err: `loopguard: ${message}\n` });
    });
  }

  it('needs a repository to tell its changes from others', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    const { code, err } = fix('--cascade', '--all');
    assert.equal(code, 2);
    assert.match(err, /^loopguard: fix: git says: not a git repository/);
  });

  describe('killed', () => {
    /** Ends the process as its nth file takes the place of another; journals are put in place in the same way. */
    const killAt = (nth: number): string =>
      `data:text/javascript,${encodeURIComponent(`import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { renameSync } = fs;
let count = 0;
fs.renameSync = (...paths) => {
  if (++count === ${String(nth)}) process.kill(process.pid, 'SIGKILL');
  renameSync(...paths);
};
syncBuiltinESMExports();`)}`;

    const killed = (nth: number): NodeJS.Signals | null =>
      spawnSync(process.execPath, ['--import', killAt(nth), MAIN, 'fix', '--no-cache', '--cascade', '--all'], {
        cwd: folder,
        encoding: 'utf8',
      }).signal;

    const texts = (): readonly string[] => [...Object.keys(FILES)].map(read);

    // 1 and 2 are the journal's, 3 and 4 the two files of the plan.
    for (const nth of [1, 2, 3, 4]) {
      it(`at the ${String(nth)}. replacement: the next run leaves all files of a plan changed, or none`, () => {
        const before = texts();
        assert.equal(killed(nth), 'SIGKILL');
        const next = fix('--cascade', 'src/main.ts:10', '--allow-dirty');
        assert.equal(next.code, 1);
        const isFinished = nth > 2;
        assert.match(
          next.err,
          isFinished ? /^loopguard: finished what an earlier run .*: [12] files? replaced\.\n$/ : /^$/,
        );
        assert.deepEqual(readdirSync(join(folder, 'src')), ['load.ts', 'main.ts']);
        assert.equal(read('src/load.ts').includes('await readFile'), isFinished);
        assert.equal(read('src/main.ts').includes('await load'), isFinished);
        if (!isFinished) assert.deepEqual(texts(), before);
        assert.deepEqual(
          readdirSync(folder).filter(name => name.startsWith('.loopguard-unfinished.json')),
          [],
        );
      });
    }
  });
});
