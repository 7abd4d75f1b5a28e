import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LanguageClient } from './language-client.js';

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
});
