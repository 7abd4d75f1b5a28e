import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

const SPY = new URL('reading-spy.js', import.meta.url).href;
const ROUNDS = 200;

/** Build folders are rewritten while a developer types; watchers tell the server of every file. */
describe('ignored paths', function () {
  this.timeout(120_000);

  it('are never read, however often they are rewritten', async () => {
    const folder = new TemporaryFolder();
    const inside = (name: string): string => folder.at(`spied-${name}`);
    // The spy knows the paths by the name of the project's folder.
    for (const [name, text] of Object.entries(KIOSK)) folder.write(`spied-kiosk/${name}`, text);
    const log = folder.at('read.json');
    const client = new LanguageClient({
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      folders: [inside('kiosk')],
      execArgv: ['--import', SPY],
      env: { LOOPGUARD_SPY: log },
    });
    await client.start();
    const pages = inside('kiosk/src/pages.ts');
    await client.publishedWhere(pages, ({ length }) => length === 1);
    for (let round = 0; round < ROUNDS; round++) {
      const built = [
        'dist/server.js',
        'dist/deep/chunk.js',
        '.next/server/app.js',
        'node_modules/left-pad/index.js',
      ].map(name => folder.write(`spied-kiosk/${name}`, `module.exports = ${round};\n`));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: built.map(path => ({ uri: uri(path), type: round === 0 ? 1 : 2 })),
      });
    }
    // What comes after shows that the changes before were dealt with.
    folder.write('spied-kiosk/src/pages.ts', 'export const readPage = (name: string): string => name;\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(pages), type: 2 }],
    });
    await client.publishedWhere(pages, ({ length }) => length === 0);
    assert.equal(await client.stop(), 0);
    assert.deepEqual([...new Set(JSON.parse(readFileSync(log, 'utf8')) as string[])], []);
    folder.remove();
  });
});
