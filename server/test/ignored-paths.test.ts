import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LintProject } from './eslint-config/lint-project.js';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';
import type { Seen } from './reading-spy.js';

const SPY = new URL('reading-spy.js', import.meta.url).href;
const ROUNDS = 200;
const WARNING = 2;
const BUILT = [
  'dist/server.js',
  'dist/deep/chunk.js',
  'dist/package.json',
  '.next/server/app.js',
  '.next/package.json',
  'node_modules/left-pad/index.js',
  'node_modules/left-pad/package.json',
];

/** Build folders are rewritten while a developer types; watchers tell the server of every file. */
describe('ignored paths', function () {
  this.timeout(120_000);

  it('are never read, and start nothing, however often they are rewritten', async () => {
    const project = new LintProject('eslint', KIOSK);
    project.configure(
      "const rules = { 'loopguard/no-sync-io-in-handler': 'warn' };",
      "export default [{ files: ['**/*.ts'], plugins: { loopguard }, rules }];",
    );
    const log = project.at('seen.json');
    const client = new LanguageClient({
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      folders: [project.path],
      execArgv: ['--import', SPY],
      env: { LOOPGUARD_SPY: log, LOOPGUARD_SPIED: project.path },
      initializationOptions: { trusted: true },
    });
    await client.start();
    const pages = project.at('src/pages.ts');
    await client.publishedWhere(pages, ([first]) => first?.severity === WARNING);
    for (let round = 0; round < ROUNDS; round++) {
      const built = BUILT.map(name =>
        project.write(name, name.endsWith('.json') ? `{ "version": "1.0.${round}" }` : `module.exports = ${round};\n`),
      );
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: built.map(path => ({ uri: uri(path), type: round === 0 ? 1 : 2 })),
      });
    }
    // What comes after shows that the changes before were dealt with.
    project.write('src/pages.ts', 'export const readPage = (name: string): string => name;\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(pages), type: 2 }],
    });
    await client.publishedWhere(pages, ({ length }) => length === 0);
    assert.equal(await client.stop(), 0);
    const { reads, processes } = JSON.parse(readFileSync(log, 'utf8')) as Seen;
    assert.ok(reads.includes('readFileSync src/pages.ts'), `the spy sees what is read: ${reads.join(', ')}`);
    assert.deepEqual(
      reads.filter(read => /(?: |\/)(?:dist|\.next|node_modules\/left-pad)\//.test(read)),
      [],
    );
    assert.equal(processes, 1, 'ESLint is started once');
    project.remove();
  });
});
