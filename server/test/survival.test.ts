import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { mutation, SHAPES } from '../../rules/dist-test/fixtures/damage.js';
import { KIOSK } from './kiosk.js';
import { LanguageClient, SERVER, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

const seed = Number(process.env['LOOPGUARD_FUZZ_SEED'] ?? Math.trunc(Date.now() % 2 ** 31));
const PULLS = { textDocument: { diagnostic: { relatedDocumentSupport: true } } };
const READS = '`fs.readFileSync` blocks the event loop each time `request` fires.';

describe(`survival (LOOPGUARD_FUZZ_SEED=${seed})`, function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  let client: LanguageClient;

  async function begin(execArgv: readonly string[] = []): Promise<void> {
    client = new LanguageClient({ capabilities: PULLS, folders: [folder.path], execArgv });
    await client.start();
  }
  async function messages(name: string): Promise<string[]> {
    const report = await client.pull(folder.at(name));
    return report.kind === 'full'
      ? report.items.map(({ message }) => (typeof message === 'string' ? message : message.value))
      : [];
  }

  beforeEach(() => {
    folder = new TemporaryFolder(KIOSK);
  });
  afterEach(() => folder.remove());

  it('answers after texts of any shape, and still knows the rest of the project', async () => {
    await begin();
    const path = folder.at('src/odd.tsx');
    await client.open(path, '');
    let version = 1;
    for (const shape of Object.values(SHAPES)) {
      await client.change(path, ++version, [{ text: shape }]);
      await client.pull(path);
    }
    assert.deepEqual(await messages('src/pages.ts'), [READS]);
    assert.equal(await client.stop(), 0);
  });

  it('is not confused by edits of any kind in any place', async () => {
    await begin();
    const names = ['src/server.ts', 'src/menu.ts', 'src/pages.ts'] as const;
    const texts = new Map<string, string>(names.map(name => [name, KIOSK[name]]));
    for (const name of names) await client.open(folder.at(name), KIOSK[name]);
    let version = 1;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (name, edits) => {
          const damaged = edits.reduce((result, edit) => edit(result), texts.get(name) ?? '').slice(0, 20_000);
          texts.set(name, damaged);
          await client.change(folder.at(name), ++version, [{ text: damaged }]);
          await client.pull(folder.at(name));
        },
      ),
      { seed, numRuns: 60, endOnFailure: true },
    );
    for (const name of names) await client.change(folder.at(name), ++version, [{ text: KIOSK[name] }]);
    assert.deepEqual(await messages('src/pages.ts'), [READS]);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(
      client.log.filter(line => line.includes('failed')),
      [],
    );
  });

  it('loses one rule when that fails, says so once, and answers everything else', async () => {
    const fault = folder.write(
      'fault.mjs',
      `import { hazards } from ${JSON.stringify(import.meta.resolve('eslint-plugin-loopguard/core/hazards/index'))};
hazards.find(({ id }) => id === 'no-sync-io-in-handler').find = function* () { throw new Error('a fault made for a test'); };\n`,
    );
    await begin(['--import', fault]);
    assert.deepEqual(await messages('src/pages.ts'), []);
    assert.deepEqual(await messages('src/pages.ts'), []);
    const told = client.log.filter(line => line.includes('a fault made for a test'));
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0] ?? '', /silent about no-sync-io-in-handler in .*, because its analysis failed/);
    assert.equal(await client.stop(), 0);
  });

  it('refuses what it does not know, and goes on', async () => {
    await begin();
    await assert.rejects(client.connection.sendRequest('loopguard/noSuchRequest'), (error: unknown) => {
      assert.ok(error instanceof ResponseError);
      return error.code === ErrorCodes.MethodNotFound;
    });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri(folder.at('never-opened.ts')), version: 7 },
      contentChanges: [{ text: 'x' }],
    });
    await client.connection.sendNotification('textDocument/didOpen', { nonsense: true });
    await client.change(folder.at('src/pages.ts'), 3, [
      { range: { start: { line: 99, character: 99 }, end: { line: 999, character: 0 } }, text: 'x' },
    ]);
    assert.deepEqual(await messages('src/pages.ts'), [READS]);
    assert.equal(await client.stop(), 0);
  });

  it('ends when its client is gone, whether that says goodbye or not', async () => {
    const hangsUp = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] });
    hangsUp.stdin.end();
    assert.equal(await exitOf(hangsUp), 1);

    // A parent that starts a server, tells that it did, and is killed.
    const script = folder.write(
      'parent.mjs',
      `import { spawn } from 'node:child_process';
const server = spawn(process.execPath, [${JSON.stringify(SERVER)}, '--stdio'], { stdio: ['pipe', 'pipe', 3] });
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
server.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);
server.stdout.once('data', () => console.log('started'));\n`,
    );
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    const [, stdout, , lifeline] = parent.stdio;
    assert.ok(stdout && lifeline && 'resume' in lifeline);
    await once(stdout, 'data');
    // The server holds the other end: it closes when the server is gone.
    const closed = once(lifeline, 'close');
    lifeline.resume();
    parent.kill('SIGKILL');
    await closed;
  });

  it('says how it is used, and what is wrong with the way it is started', async () => {
    assert.match((await run('--help')).out, /^Usage: loopguard-language-server --stdio/);
    assert.match((await run('--version')).out, /^\d+\.\d+\.\d+/);
    const { code, err } = await run();
    assert.equal(code, 2);
    assert.match(err, /say how to talk, for instance --stdio/);
    for (const [args, said] of [
      [['--tcp'], /there is no --tcp/],
      [['--stdio', '--verbose'], /there is no --verbose/],
      [['--socket=abc'], /--socket needs a value/],
      [['--pipe'], /--pipe needs a value/],
      [['--node-ipc'], /--node-ipc is for a parent that is Node/],
    ] as const) {
      const wrong = await run(...args);
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, said);
      assert.equal(wrong.err.trim().split('\n').length, 1);
    }
  });
});

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [SERVER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)]);
  return { code, out, err };
}
