import assert from 'node:assert/strict';
import { EDITOR_CHANGED } from '#dist/protocol.js';
import { LintProject } from './eslint-config/lint-project.js';
import { WATCHES } from './capabilities.js';
import { KIOSK } from './kiosk.js';
import { type ClientOptions, LanguageClient, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

const RULE = 'no-sync-io-in-handler';
const CHANGED = 2;

/** What comes while the server is still at what came before. */
describe('changes in a row', function () {
  this.timeout(60_000);
  const folders: TemporaryFolder[] = [];
  let client: LanguageClient;

  function make(files: Readonly<Record<string, string>>): TemporaryFolder {
    const folder = new TemporaryFolder(files);
    folders.push(folder);
    return folder;
  }
  async function begin(options: ClientOptions): Promise<void> {
    client = new LanguageClient({ capabilities: WATCHES, settings: {}, ...options });
    await client.start();
  }
  const found = (path: string, count: number): Promise<unknown> =>
    client.publishedWhere(path, ({ length }) => length === count);
  const changeFolders = (added: string[], removed: string[]): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map(path => ({ uri: uri(path), name: path })),
        removed: removed.map(path => ({ uri: uri(path), name: path })),
      },
    });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    for (const folder of folders.splice(0)) folder.remove();
  });

  it('leave nothing shown that is not found any more: other settings, and then trust', async () => {
    const kiosk = make(KIOSK);
    await begin({ folders: [kiosk.path] });
    const pages = kiosk.at('src/pages.ts');
    await found(pages, 1);
    await client.configure({ analysis: { nonblocking: ['./src/pages.ts.readPage'] } });
    await client.connection.sendNotification(EDITOR_CHANGED, { trusted: true });
    await found(pages, 0);
  });

  it('leave nothing shown when the project cannot be read any more', async () => {
    const kiosk = make(KIOSK);
    await begin({ folders: [kiosk.path] });
    const pages = kiosk.at('src/pages.ts');
    await found(pages, 1);
    kiosk.write('loopguard.config.json', '{ "blocking": 1 }');
    await client.configure({ analysis: { ignore: ['x'] } });
    await found(pages, 0);
    await client.watched([kiosk.write('loopguard.config.json', '{}'), CHANGED]);
    await found(pages, 1);
  });

  it('wait for the settings: nothing is read with others before', async () => {
    const kiosk = make(KIOSK);
    let answer: () => void = () => undefined;
    const settingsAfter = new Promise<void>(resolve => (answer = resolve));
    await begin({
      folders: [kiosk.path],
      settings: { rules: { [RULE]: { severity: 'hint' } } },
      settingsAfter,
    });
    const pages = kiosk.at('src/pages.ts');
    await client.open(pages, KIOSK['src/pages.ts']);
    await client.connection.sendNotification(EDITOR_CHANGED, { eslintExtension: false });
    const bakery = make({ ...KIOSK, 'package.json': '{ "name": "bakery" }' });
    await changeFolders([bakery.path], []);
    answer();
    await client.publishedWhere(pages, ([first]) => first?.severity === 4);
    await client.publishedWhere(bakery.at('src/pages.ts'), ([first]) => first?.severity === 4);
  });

  it('are taken from a client that sends its settings and is not asked', async () => {
    const kiosk = make(KIOSK);
    await begin({ folders: [kiosk.path], capabilities: {} });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { loopguard: { rules: { [RULE]: { severity: 'warning' } } } },
    });
    await client.publishedWhere(kiosk.at('src/pages.ts'), ([first]) => first?.severity === 2);
  });

  it('count each file once where folders overlap, and go on when one of them goes', async () => {
    const outer = make({ ...KIOSK, ...inFolder('inner', { ...KIOSK, 'package.json': '{ "name": "inner" }' }) });
    await begin({ folders: [outer.path, outer.at('inner')] });
    const [own, inner] = [outer.at('src/pages.ts'), outer.at('inner/src/pages.ts')];
    await found(own, 1);
    await found(inner, 1);
    await client.until('the count', () => client.statuses.at(-1)?.findings === 2);
    await changeFolders([], [outer.at('inner')]);
    await found(inner, 1);
    outer.write('src/pages.ts', 'export const readPage = (name: string): string => name;\n');
    await client.watched([own, CHANGED]);
    await found(own, 0);
    await client.until('the count', () => client.statuses.at(-1)?.findings === 1);
    assert.deepEqual(
      client.log.filter(line => line.includes('failure of Loopguard')),
      [],
    );
  });

  it('ask ESLint about files that are new', async () => {
    const project = new LintProject('eslint', { ...KIOSK, 'src/quiet/old.ts': KIOSK['src/pages.ts'] });
    folders.push(project);
    project.configure(
      "export default [loopguard.configs.recommended, { files: ['**/*.ts'] }, { ignores: ['src/quiet/*'] }];",
    );
    await begin({ folders: [project.path], initializationOptions: { trusted: true } });
    await found(project.at('src/pages.ts'), 1);
    const [quiet, loud] = [project.at('src/quiet/new.ts'), project.at('src/loud.ts')];
    const sweep = "import { readFileSync } from 'node:fs';\nsetInterval(() => readFileSync('x'), 9);\n";
    await client.watched([project.write('src/quiet/new.ts', sweep), 1], [project.write('src/loud.ts', sweep), 1]);
    await found(loud, 1);
    assert.deepEqual(client.published.get(uri(quiet))?.diagnostics ?? [], []);
  });
});

function inFolder(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}
