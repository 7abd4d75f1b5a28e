import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

const ASKS = { workspace: { configuration: true } };
const shop = fileURLToPath(new URL('../../test-fixtures/workspaces/shop', import.meta.url));

describe('a client that cannot pull', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopguard-')));
    cpSync(join(shop, 'src'), join(folder, 'src'), { recursive: true });
    cpSync(join(shop, 'package.json'), join(folder, 'package.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is sent the findings of all files', async () => {
    const client = new LanguageClient({ folders: [folder] });
    await client.start();
    const [first] = await client.publishedWhere(join(folder, 'src/lib/exec.ts'), found => found.length > 0);
    assert.equal(
      first?.message,
      '`child_process.execSync` blocks the event loop each time `AdminController.disk` runs.',
    );
    const path = join(folder, 'src/lib/exec.ts');
    const text = readFileSync(path, 'utf8');
    await client.open(path, text);
    await client.change(path, 2, [{ text: text.replaceAll('execSync', 'execNot') }]);
    await client.publishedWhere(path, found => found.length === 0);
    assert.equal(await client.stop(), 0);
  });

  for (const scope of ['workspace', 'openFiles']) {
    it(`sees findings of one URI at a time, however it escapes (scope ${scope})`, async () => {
      const kiosk = new TemporaryFolder();
      for (const [name, text] of Object.entries(KIOSK)) kiosk.write(name.replace('src/', 'src/(app)/'), text);
      const pages = kiosk.at('src/(app)/pages.ts');
      const [ours, theirs] = [uri(pages), uri(pages).replace('%28', '(').replace('%29', ')')];
      assert.notEqual(ours, theirs);
      const client = new LanguageClient({ folders: [kiosk.path], settings: { scope }, capabilities: ASKS });
      await client.start();
      const shown = (at: string): number => client.published.get(at)?.diagnostics.length ?? 0;
      const onDisk = scope === 'workspace' ? 1 : 0;
      await client.until('the findings on disk', () => shown(ours) === onDisk);
      await client.openAs(theirs, KIOSK['src/pages.ts']);
      await client.until('the findings of the document', () => shown(theirs) === 1 && shown(ours) === 0);
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: theirs } });
      await client.until('what the disk has', () => shown(theirs) === 0 && shown(ours) === onDisk);
      assert.equal(await client.stop(), 0);
      kiosk.remove();
    });
  }
});
