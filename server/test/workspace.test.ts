import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { WATCHES } from './capabilities.js';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

describe('a workspace', function () {
  this.timeout(60_000);
  const folders: TemporaryFolder[] = [];
  let client: LanguageClient;

  function make(files: Readonly<Record<string, string>>): TemporaryFolder {
    const folder = new TemporaryFolder(files);
    folders.push(folder);
    return folder;
  }
  async function begin(...paths: string[]): Promise<void> {
    client = new LanguageClient({ capabilities: WATCHES, folders: paths, settings: {} });
    await client.start();
  }
  const found = (path: string, count: number): Promise<unknown> =>
    client.publishedWhere(path, ({ length }) => length === count);

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    for (const folder of folders.splice(0)) folder.remove();
  });

  it('has the watchers it needs', async () => {
    await begin(make(KIOSK).path);
    await client.until('the watchers', () => client.registered.has('workspace/didChangeWatchedFiles'));
    const options = client.registered.get('workspace/didChangeWatchedFiles') as { watchers: { globPattern: string }[] };
    assert.ok(options.watchers.some(({ globPattern }) => globPattern.includes('tsx')));
    assert.ok(options.watchers.some(({ globPattern }) => globPattern.includes('.gitignore')));
    for (const { globPattern } of options.watchers) {
      assert.doesNotMatch(globPattern, /\{[^}]*[*[{]/, 'Eglot knows only plain text between braces');
    }
  });

  it('is served to a client that refuses to watch, and read again when a document is saved', async () => {
    const kiosk = make(KIOSK);
    client = new LanguageClient({ capabilities: WATCHES, folders: [kiosk.path], settings: {}, refuses: true });
    await client.start();
    const pages = kiosk.at('src/pages.ts');
    await found(pages, 1);
    await client.until('the analysis', () => client.statuses.at(-1)?.state === 'ready');
    assert.doesNotMatch(client.log.join('\n'), /failure of Loopguard/);
    await client.until('the complaint', () => client.log.some(line => line.includes('does not watch files')));
    kiosk.write('src/pages.ts', KIOSK['src/pages.ts'].replace('readFileSync(`', 'String(`'));
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri(pages) } });
    await found(pages, 0);
  });

  it('has the settings of the first message where the client has none to tell', async () => {
    const kiosk = make(KIOSK);
    const initializationOptions = { settings: { rules: { 'no-sync-io-in-handler': { severity: 'warning' } } } };
    client = new LanguageClient({ capabilities: WATCHES, folders: [kiosk.path], initializationOptions });
    await client.start();
    await client.publishedWhere(kiosk.at('src/pages.ts'), ([first]) => first?.severity === 2);
  });

  it('is served without a word beyond the protocol to a client that does not ask for one', async () => {
    const kiosk = make(KIOSK);
    const initializationOptions = { notifications: false };
    client = new LanguageClient({ capabilities: WATCHES, folders: [kiosk.path], settings: {}, initializationOptions });
    await client.start();
    const pages = kiosk.at('src/pages.ts');
    await found(pages, 1);
    await client.open(pages, '');
    await found(pages, 0);
    assert.deepEqual([...client.own], []);
  });

  it('follows files that are created, renamed and deleted', async () => {
    const kiosk = make({ ...KIOSK, 'src/pages.ts': 'export const readPage = (name: string): string => name;\n' });
    await begin(kiosk.path);
    await client.until('the analysis', () => client.statuses.at(-1)?.state === 'ready');
    const pages = kiosk.write('src/pages.ts', KIOSK['src/pages.ts']);
    await client.watched([pages, CHANGED]);
    await found(pages, 1);
    const texts = kiosk.at('src/texts.ts');
    renameSync(pages, texts);
    await client.watched([pages, DELETED], [texts, CREATED]);
    await found(pages, 0);
    kiosk.write('src/menu.ts', KIOSK['src/menu.ts'].replace('./pages.js', './texts.js'));
    await client.watched([kiosk.at('src/menu.ts'), CHANGED]);
    await found(texts, 1);
    kiosk.remove('src/texts.ts');
    await client.watched([texts, DELETED]);
    await found(texts, 0);
  });

  it('follows a branch switch of thousands of files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, i) => [`src/part/p${i}.ts`, `export const n = ${i};\n`]),
    );
    const kiosk = make({ ...KIOSK, ...many });
    await begin(kiosk.path);
    await found(kiosk.at('src/pages.ts'), 1);
    kiosk.remove('src/part');
    const moved = Object.keys(many).map(name => kiosk.write(name.replace('part', 'other'), KIOSK['src/pages.ts']));
    kiosk.write('src/menu.ts', KIOSK['src/menu.ts'].replace('./pages.js', './other/p1999.js'));
    await client.watched(
      [kiosk.at('src/menu.ts'), CHANGED],
      ...Object.keys(many).map((name): [string, number] => [kiosk.at(name), DELETED]),
      ...moved.map((path): [string, number] => [path, CREATED]),
    );
    await found(kiosk.at('src/other/p1999.ts'), 1);
    await found(kiosk.at('src/pages.ts'), 0);
  });

  it('follows its configuration: package.json, tsconfig.json, .gitignore and settings of the project', async () => {
    const kiosk = make(KIOSK);
    await begin(kiosk.path);
    const pages = kiosk.at('src/pages.ts');
    await found(pages, 1);
    await client.watched([kiosk.write('.gitignore', 'src/pages.ts\n'), CREATED]);
    await found(pages, 0);
    kiosk.remove('.gitignore');
    await client.watched([kiosk.at('.gitignore'), DELETED]);
    await found(pages, 1);
    const settings = kiosk.write('loopguard.config.json', '{ "nonblocking": ["./src/pages.ts.readPage"] }');
    await client.watched([settings, CREATED]);
    await found(pages, 0);
    kiosk.write('loopguard.config.json', '{ "nonblocking": 1 }');
    await client.watched([settings, CHANGED]);
    await client.until('the complaint', () => client.log.some(line => line.includes('`nonblocking` must be')));
    kiosk.write('loopguard.config.json', '{}');
    await client.watched([settings, CHANGED]);
    await found(pages, 1);
  });

  it('is read as soon as a mistake in its settings is mended', async () => {
    const kiosk = make({ ...KIOSK, 'loopguard.config.json': '{ "blocking": 1 }' });
    await begin(kiosk.path);
    await client.until('the complaint', () => client.statuses.some(({ messages }) => messages.length > 0));
    assert.match(client.statuses.at(-1)?.messages.join('') ?? '', /loopguard\.config\.json: `blocking` must be a list/);
    assert.equal(client.statuses.at(-1)?.state, 'failed');
    await client.watched([kiosk.write('loopguard.config.json', '{}'), CHANGED]);
    await found(kiosk.at('src/pages.ts'), 1);
    await client.until('the complaint to go', () => client.statuses.at(-1)?.messages.length === 0);
  });

  it('has several folders, which come and go', async () => {
    const kiosk = make(KIOSK);
    const bakery = make({ ...KIOSK, 'package.json': '{ "name": "bakery" }' });
    await begin(kiosk.path);
    await found(kiosk.at('src/pages.ts'), 1);
    assert.equal(client.published.has(uri(bakery.at('src/pages.ts'))), false);
    const change = (added: string[], removed: string[]): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map(path => ({ uri: uri(path), name: path })),
          removed: removed.map(path => ({ uri: uri(path), name: path })),
        },
      });
    await change([bakery.path], []);
    await found(bakery.at('src/pages.ts'), 1);
    await change([], [kiosk.path]);
    await found(kiosk.at('src/pages.ts'), 0);
    await client.open(kiosk.at('src/pages.ts'), KIOSK['src/pages.ts']);
    await found(kiosk.at('src/pages.ts'), 1);
    assert.equal(client.published.get(uri(bakery.at('src/pages.ts')))?.diagnostics.length, 1);
  });

  it('has severities and options as its settings say, from one moment to the next', async () => {
    const kiosk = make(KIOSK);
    await begin(kiosk.path);
    const pages = kiosk.at('src/pages.ts');
    await found(pages, 1);
    const set = async (settings: object): Promise<void> => {
      client.settings = settings;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    };
    const rule = 'no-sync-io-in-handler';
    for (const [severity, level] of [
      ['warning', 2],
      ['information', 3],
      ['hint', 4],
      ['error', 1],
    ] as const) {
      await set({ rules: { [rule]: { severity } } });
      await client.publishedWhere(pages, ([first]) => first?.severity === level);
    }
    await set({ rules: { [rule]: { severity: 'off' } } });
    await found(pages, 0);
    await set({ rules: { [rule]: { contexts: ['timer'] } } });
    await client.until('the analysis', () => client.statuses.at(-1)?.state === 'ready');
    await set({ scope: 'openFiles' });
    await client.open(pages, KIOSK['src/pages.ts']);
    await found(pages, 1);
    await client.close(pages);
    await found(pages, 0);
    await set({ scope: 'workspace', hints: { enabled: false } });
    await found(pages, 1);
    await client.publishedWhere(kiosk.at('src/server.ts'), ({ length }) => length === 0);
    await set({ enable: false });
    await found(pages, 0);
    await client.until('the count to go', () => client.statuses.at(-1)?.findings === 0);
  });

  it('says what is wrong with its settings, and takes the rest', async () => {
    const kiosk = make(KIOSK);
    client = new LanguageClient({
      capabilities: WATCHES,
      folders: [kiosk.path],
      settings: {
        scope: 'everything',
        strct: true,
        rules: { 'no-such-rule': {}, 'no-sync-io-in-handler': { severity: 'warning', contexts: 'all' } },
        analysis: { blocking: [7], ignore: ['x/**'] },
      },
    });
    await client.start();
    await client.publishedWhere(kiosk.at('src/pages.ts'), ([first]) => first?.severity === 2);
    const log = client.log.join('\n');
    assert.match(log, /loopguard\.scope: must be "workspace" or "openFiles"/);
    assert.match(log, /loopguard\.strct: there is no such setting/);
    assert.match(log, /loopguard\.rules\.no-such-rule: there is no such rule/);
    assert.match(log, /loopguard\.rules\.no-sync-io-in-handler\.contexts/);
    assert.match(log, /loopguard\.analysis: `blocking` must be a list of access paths/);
  });
});
