import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Connection,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type InitializeParams,
  LSPErrorCodes,
  type WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver';
import { abilitiesOf } from '#dist/client-abilities.js';
import { DEFAULTS } from '#dist/configuration/settings.js';
import { DiagnosticsPull } from '#dist/features/diagnostics-pull.js';
import { Session } from '#dist/session.js';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: { relatedDocumentSupport: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** Text, place and route of what a report tells. */
function told(report: DocumentDiagnosticReport | undefined): string[] {
  if (report?.kind !== 'full') return [];
  return report.items.map(
    ({ range: { start }, message, severity }) =>
      `${start.line}:${start.character} ${String(severity)} ${typeof message === 'string' ? message : message.value}`,
  );
}

describe('a client that pulls', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  let client: LanguageClient;
  beforeEach(async () => {
    folder = new TemporaryFolder(KIOSK);
    client = new LanguageClient({ capabilities: PULLS, folders: [folder.path] });
    await client.start();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  const READS = '3:9 1 `fs.readFileSync` blocks the event loop each time `request` fires.';

  it('gets the findings of a document, with the route from the handler', async () => {
    const report = (await client.pull(folder.at('src/pages.ts'))) as FullDocumentDiagnosticReport;
    assert.deepEqual(told(report), [READS]);
    const [finding] = report.items;
    assert.equal(finding?.code, 'no-sync-io-in-handler');
    assert.equal(finding.source, 'loopguard');
    assert.match(finding.codeDescription?.href ?? '', /no-sync-io-in-handler\.md$/);
    assert.deepEqual(
      finding.relatedInformation?.map(({ location, message }) => [
        location.uri.slice(uri(folder.path).length),
        location.range.start,
        message,
      ]),
      [
        ['/src/server.ts', { line: 3, character: 13 }, 'handler of `request`'],
        ['/src/server.ts', { line: 4, character: 15 }, 'calls `serveMenu`'],
        ['/src/menu.ts', { line: 3, character: 9 }, 'calls `readPage`'],
        ['/src/pages.ts', { line: 3, character: 9 }, 'calls `fs.readFileSync`'],
      ],
    );
  });

  it('is told that nothing changed when nothing did', async () => {
    const first = await client.pull(folder.at('src/pages.ts'));
    const again = await client.pull(folder.at('src/pages.ts'), first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
  });

  it('gets what an unsaved text means for it and for other files', async () => {
    const pages = folder.at('src/pages.ts');
    const server = folder.at('src/server.ts');
    await client.open(server, KIOSK['src/server.ts']);
    assert.deepEqual(told(await client.pull(pages)), [READS]);
    await client.open(pages, KIOSK['src/pages.ts']);
    await client.change(server, 2, [
      { text: KIOSK['src/server.ts'].replace('serveMenu(request.url', 'String(request.url') },
    ]);
    const report = await client.pull(server);
    assert.deepEqual(told(report), []);
    const related = Object.entries(report.relatedDocuments ?? {});
    assert.deepEqual(
      related.map(([at, { kind }]) => [at, kind]),
      [[uri(pages), 'full']],
      'the file whose finding is gone is told along',
    );
    assert.deepEqual(told(await client.pull(pages)), []);
    await client.close(server);
    assert.deepEqual(told(await client.pull(pages)), [READS], 'the disk counts again');
  });

  it('gets along with its next answer what it did not ask about', async () => {
    const [server, menu, pages] = ['src/server.ts', 'src/menu.ts', 'src/pages.ts'].map(name => folder.at(name)) as [
      string,
      string,
      string,
    ];
    const blind = KIOSK['src/server.ts'].replace('serveMenu(request.url', 'String(request.url');
    await client.open(server, blind);
    await client.open(pages, KIOSK['src/pages.ts']);
    assert.deepEqual(told(await client.pull(pages)), []);
    await client.change(server, 2, [{ text: KIOSK['src/server.ts'] }]);
    await client.open(menu, KIOSK['src/menu.ts']);
    assert.ok(uri(server) in ((await client.pull(menu)).relatedDocuments ?? {}));
    for (const path of [server, menu, pages]) await client.close(path);
  });

  it('gets the workspace in one request that stays open and tells changes', async () => {
    const pages = folder.at('src/pages.ts');
    const server = folder.at('src/server.ts');
    const stream = client.pullWorkspace([]);
    await client.until('the first reports', () => stream.reports.has(uri(pages)));
    assert.deepEqual(told(stream.reports.get(uri(pages))), [READS]);
    assert.deepEqual(told(stream.reports.get(uri(folder.at('src/menu.ts')))), []);
    await client.open(server, KIOSK['src/server.ts']);
    await client.change(server, 2, [{ text: '' }]);
    await client.until('the report that clears it', () => told(stream.reports.get(uri(pages))).length === 0);
    stream.cancel();
    await stream.ended;
  });

  it('is told again of a document that it closed: what came before its own last question may be lost', async () => {
    const pages = folder.at('src/pages.ts');
    const stream = client.pullWorkspace([]);
    await client.until('the first reports', () => stream.reports.has(uri(pages)));
    const first = stream.reports.get(uri(pages));
    await client.open(pages, KIOSK['src/pages.ts']);
    await client.close(pages);
    await client.until('the same again', () => stream.reports.get(uri(pages)) !== first);
    assert.deepEqual(told(stream.reports.get(uri(pages))), [READS]);
    stream.cancel();
    await stream.ended;
  });

  it('tells only what is news to a client that has reports already', async () => {
    const pages = folder.at('src/pages.ts');
    const first = await client.pull(pages);
    const stream = client.pullWorkspace([
      { uri: uri(pages), value: first.resultId ?? '' },
      { uri: uri(folder.at('src/gone.ts')), value: 'x' },
    ]);
    await client.until('the first reports', () => stream.reports.size >= 2);
    assert.equal(stream.reports.get(uri(pages))?.kind, 'unchanged');
    assert.deepEqual(told(stream.reports.get(uri(folder.at('src/gone.ts')))), []);
    stream.cancel();
    await stream.ended;
  });

  it('asks to be asked again when another open document looks different', async () => {
    const pages = folder.at('src/pages.ts');
    const server = folder.at('src/server.ts');
    await client.open(server, KIOSK['src/server.ts']);
    await client.open(pages, KIOSK['src/pages.ts']);
    await client.pull(server);
    await client.pull(pages);
    await client.change(server, 2, [{ text: '' }]);
    await client.until('a request to refresh', () => client.refreshes > 0);
    assert.deepEqual(told(await client.pull(pages)), []);
  });

  it('is told of a document that it opened and never asked about', async () => {
    const [server, pages] = [folder.at('src/server.ts'), folder.at('src/pages.ts')];
    const stream = client.pullWorkspace([]);
    await client.until('the first reports', () => told(stream.reports.get(uri(pages))).length === 1);
    await client.open(pages, KIOSK['src/pages.ts']);
    await client.open(server, '');
    await client.until('the report that clears it', () => told(stream.reports.get(uri(pages))).length === 0);
    assert.equal(client.refreshes, 0, 'the client asks about both by itself');
    stream.cancel();
    await stream.ended;
  });

  it('sees the findings of a document under one URI, however it escapes', async () => {
    const odd = new TemporaryFolder();
    for (const [name, text] of Object.entries(KIOSK)) odd.write(name.replace('src/', 'src/(app)/'), text);
    const other = new LanguageClient({ capabilities: PULLS, folders: [odd.path] });
    await other.start();
    const ours = uri(odd.at('src/(app)/pages.ts'));
    const theirs = ours.replace('%28', '(').replace('%29', ')');
    const stream = other.pullWorkspace([]);
    const shown = (at: string): boolean => told(stream.reports.get(at)).length > 0;
    await other.until('the finding on disk', () => shown(ours));
    await other.openAs(theirs, KIOSK['src/pages.ts']);
    await other.until('the finding of the document', () => shown(theirs) && !shown(ours));
    await other.connection.sendNotification('textDocument/didClose', { textDocument: { uri: theirs } });
    await other.until('the finding on disk again', () => !shown(theirs) && shown(ours));
    await other.stop();
    odd.remove();
  });

  it('has one request for the workspace kept open, the last, and may ask again what it cancelled', async () => {
    let tellSettings: () => void = () => undefined;
    const settingsAfter = new Promise<void>(resolve => (tellSettings = resolve));
    const capabilities = { ...PULLS, workspace: { ...PULLS.workspace, configuration: true } };
    const waiting = new LanguageClient({ capabilities, folders: [folder.path], settingsAfter });
    await waiting.start();
    const [first, second] = [waiting.pullWorkspace([]), waiting.pullWorkspace([])];
    const source = new CancellationTokenSource();
    const textDocument = { uri: uri(folder.at('src/pages.ts')) };
    const given = waiting.request('textDocument/diagnostic', { textDocument }, source.token);
    source.cancel();
    tellSettings();
    await assert.rejects(given, { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    await first.ended;
    const shown = (): number => told(second.reports.get(textDocument.uri)).length;
    await waiting.until('the first reports', () => shown() === 1);
    await waiting.open(folder.at('src/server.ts'), '');
    await waiting.until('a change', () => shown() === 0);
    second.cancel();
    await second.ended;
    await waiting.stop();
  });

  it('may give up a request', async () => {
    const stream = client.pullWorkspace([]);
    stream.cancel();
    await stream.ended;
    assert.deepEqual(told(await client.pull(folder.at('src/pages.ts'))), [READS]);
  });

  it('gets nothing for documents that are not on a disk', async () => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: 'untitled:Untitled-1' },
    });
    assert.deepEqual(report, { kind: 'full', items: [] });
  });
});

describe('a file that cannot be reported', () => {
  it('is said so once, and keeps nothing else back', async () => {
    const folder = new TemporaryFolder(KIOSK);
    const log: string[] = [];
    const session = new Session({
      client: abilitiesOf({ capabilities: PULLS } as InitializeParams),
      log: message => log.push(message),
      onProgress: () => undefined,
      editor: () => ({}),
    });
    let ask: (...given: unknown[]) => Promise<unknown> = () => Promise.reject(new Error('not registered'));
    const diagnostics = {
      on: () => undefined,
      onWorkspace: (handler: typeof ask) => (ask = handler),
      refresh: () => Promise.reject(new Error('refused')),
    };
    new DiagnosticsPull({ languages: { diagnostics } } as unknown as Connection, session);
    session.start(DEFAULTS, [uri(folder.path)]);
    await session.ready();
    const told = new Map<string, () => void>();
    const progress = {
      report: ({ items }: WorkspaceDiagnosticReportPartialResult) => {
        for (const item of items) told.get(item.uri)?.();
      },
    };
    const pages = uri(folder.at('src/pages.ts'));
    const reported = (): Promise<void> => new Promise(resolve => told.set(pages, resolve));
    const first = reported();
    const source = new CancellationTokenSource();
    const answer = ask({ previousResultIds: [] }, source.token, undefined, progress);
    const [project] = session.projects.all();
    assert.ok(project);
    const findingsIn = project.findingsIn.bind(project);
    project.findingsIn = file => {
      if (file === 'src/menu.ts') throw new Error('a bug of ours');
      return findingsIn(file);
    };
    await first;
    for (let round = 1; round <= 2; round++) {
      const next = reported();
      const languageId = 'typescript';
      const menu = uri(folder.at('src/menu.ts'));
      session.edited(session.documents.open({ uri: menu, languageId, version: round, text: KIOSK['src/menu.ts'] }));
      const text = round === 1 ? '' : KIOSK['src/pages.ts'];
      session.edited(session.documents.open({ uri: pages, languageId, version: round, text }));
      await next;
    }
    assert.equal(log.length, 1, log.join('\n'));
    assert.match(log[0] ?? '', /menu\.ts.*a bug of ours/);
    source.cancel();
    await answer;
    session.close();
    folder.remove();
  });
});
