import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource, LSPErrorCodes, type WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { CAPABLE, MODEST } from './capabilities.js';
import { FolderCopies } from './folder-copy.js';
import { LanguageClient, uri } from './language-client.js';

interface Progress {
  readonly token: string;
  readonly value: { readonly kind: string; readonly cancellable?: boolean };
}

describe('check of the workspace', function () {
  this.timeout(60_000);
  const copies = new FolderCopies();
  const folder = copies.shop();
  let client: LanguageClient;
  const start = async (capabilities = CAPABLE, settings?: unknown): Promise<void> => {
    client = new LanguageClient({ folders: [folder], capabilities, settings });
    await client.start();
  };
  afterEach(() => client.stop());
  after(() => copies.remove());

  const check = (params: object = {}): Promise<object> => client.request('loopguard/checkWorkspace', params);
  const shown = async (): Promise<string[]> => {
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return items.flatMap(report =>
      report.kind === 'full' && report.items.some(({ severity }) => severity === 1)
        ? [report.uri.slice(uri(folder).length + 1)]
        : [],
    );
  };
  const kinds = (token: string): string[] =>
    (client.of('$/progress') as Progress[]).flatMap(({ token: own, value }) => (own === token ? [value.kind] : []));

  it('reads the disk again and counts', async () => {
    await start();
    assert.deepEqual(await check(), { findings: 8, inFiles: 7, files: 43 });
    const path = join(folder, 'src/lib/exec.ts');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replaceAll('execSync', 'execFile'));
    try {
      assert.deepEqual(await check(), { findings: 7, inFiles: 6, files: 43 });
    } finally {
      writeFileSync(path, before);
    }
  });

  it('shows the findings of all files until the settings change', async () => {
    await start(CAPABLE, { scope: 'openFiles' });
    assert.deepEqual(await shown(), []);
    assert.deepEqual(await check(), { findings: 8, inFiles: 7, files: 43 });
    assert.equal((await shown()).length, 7);
    await client.configure({ scope: 'openFiles', codeLens: false });
    await client.receive('loopguard/status', client.of('loopguard/status').length + 1);
    assert.deepEqual(await shown(), []);
  });

  it('tells how far it is by the token of the client, by one of its own, or not at all', async () => {
    await start();
    await check({ workDoneToken: 'mine' });
    assert.deepEqual(kinds('mine'), ['begin', 'report', 'end']);
    await check();
    const asked = client.of('window/workDoneProgress/create').at(-1) as { token: string } | undefined;
    assert.deepEqual(kinds(asked?.token ?? ''), ['begin', 'report', 'end']);
    await client.stop();
    await start(MODEST);
    await check();
    assert.deepEqual(client.of('window/workDoneProgress/create'), []);
  });

  it('is exact while somebody types', async () => {
    await start();
    const path = join(folder, 'src/lib/exec.ts');
    const text = readFileSync(path, 'utf8');
    await client.open(path, text);
    await client.pull(path);
    const answer = check();
    for (let version = 2; version < 30; version++)
      await client.change(path, version, [{ text: `${text}// ${version}` }]);
    assert.deepEqual(await answer, { findings: 8, inFiles: 7, files: 43 });
    await client.close(path);
  });

  it('can be cancelled by the request and by its progress', async () => {
    let tellSettings: () => void = () => undefined;
    const settingsAfter = new Promise<void>(resolve => (tellSettings = resolve));
    client = new LanguageClient({ folders: [folder], capabilities: CAPABLE, settingsAfter });
    await client.start();
    const source = new CancellationTokenSource();
    const answer = client.request('loopguard/checkWorkspace', { workDoneToken: 'mine' }, source.token);
    source.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });

    const other = check();
    const { token } = await client.receive<{ token: string }>('window/workDoneProgress/create');
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    await assert.rejects(other, { code: LSPErrorCodes.RequestCancelled });
    assert.deepEqual(kinds(token), ['begin', 'end']);

    tellSettings();
    assert.deepEqual(await check(), { findings: 8, inFiles: 7, files: 43 }, 'the next one is not harmed');
  });
});
