import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CancellationToken,
  CancellationTokenSource,
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { abilitiesOf } from '#dist/client-abilities.js';
import { DEFAULTS } from '#dist/configuration/settings.js';
import { CheckWorkspace } from '#dist/features/check-workspace.js';
import { Session } from '#dist/session.js';
import { CAPABLE, MODEST } from './capabilities.js';
import { FolderCopies } from './folder-copy.js';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

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
    assert.deepEqual(await check(), { findings: 11, inFiles: 10, files: 43 });
    const path = join(folder, 'src/lib/exec.ts');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replaceAll('execSync', 'run'));
    try {
      assert.deepEqual(await check(), { findings: 10, inFiles: 9, files: 43 });
    } finally {
      writeFileSync(path, before);
    }
  });

  it('shows the findings of all files until the settings change', async () => {
    await start(CAPABLE, { scope: 'openFiles' });
    assert.deepEqual(await shown(), []);
    assert.deepEqual(await check(), { findings: 11, inFiles: 10, files: 43 });
    assert.equal((await shown()).length, 10);
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
    assert.deepEqual(await check(), { findings: 11, inFiles: 10, files: 43 }, 'the next one is not harmed');
  });
});

describe('check of a workspace in which somebody types', () => {
  it('tells what the last text means', async () => {
    const folder = new TemporaryFolder(KIOSK);
    const session = new Session({
      client: abilitiesOf({ capabilities: {} } as InitializeParams),
      log: message => assert.fail(message),
      onProgress: () => undefined,
      editor: () => ({}),
    });
    session.start(DEFAULTS, [uri(folder.path)]);
    let check: (token: CancellationToken) => Promise<object> = () => Promise.reject(new Error('not registered'));
    const connection = { onRequest: (_: string, handler: typeof check) => (check = handler) };
    new CheckWorkspace(connection as unknown as Connection, session);
    await session.ready();
    const [project] = session.projects.all();
    assert.ok(project);
    const at = uri(folder.at('src/server.ts'));
    const type = (version: number, text: string): void =>
      session.edited(session.documents.open({ uri: at, languageId: 'typescript', version, text }));
    const read = project.filesChanged.bind(project);
    project.filesChanged = async files => {
      await read(files);
      type(1, '// nothing is served any more');
    };
    const settle = project.settle.bind(project);
    let rounds = 0;
    project.settle = async () => {
      const settled = settle();
      if (++rounds === 1) {
        type(2, `${KIOSK['src/server.ts']}// and yet it is`);
        project.flush();
      }
      await settled;
    };
    assert.deepEqual(await check(CancellationToken.None), { findings: 1, inFiles: 1, files: 3 });
    assert.equal(project.workspace?.analysis.settled, true);
    assert.ok(rounds >= 2, 'once more than it was interrupted');
    session.close();
    folder.remove();
  });
});
