import assert from 'node:assert/strict';
import { KIOSK } from './kiosk.js';
import { LanguageClient } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

interface Progress {
  readonly token: string;
  readonly value: { readonly kind: string; readonly percentage?: number };
}

describe('the first analysis', function () {
  this.timeout(60_000);

  it('tells how far the first analysis is, and when it is over', async () => {
    const folder = new TemporaryFolder(KIOSK);
    const client = new LanguageClient({
      capabilities: { window: { workDoneProgress: true } },
      folders: [folder.path],
    });
    await client.start();
    const steps = (): readonly Progress[] => client.of('$/progress') as readonly Progress[];
    await client.until('the end of the progress', () => steps().some(({ value }) => value.kind === 'end'));
    const kinds = steps().map(({ value }) => value.kind);
    assert.equal(kinds[0], 'begin');
    assert.equal(kinds.at(-1), 'end');
    assert.equal(new Set(steps().map(({ token }) => token)).size, 1);
    const percentages = steps().flatMap(({ value }) => value.percentage ?? []);
    assert.deepEqual(
      percentages,
      [...percentages].sort((a, b) => a - b),
    );
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('needs no client that shows how far it is', async () => {
    const folder = new TemporaryFolder(KIOSK);
    const client = new LanguageClient({
      capabilities: { window: { workDoneProgress: true } },
      folders: [folder.path],
      refusesProgress: true,
    });
    await client.start();
    await client.publishedWhere(folder.at('src/pages.ts'), ({ length }) => length === 1);
    await client.until('the end of the start', () => client.statuses.at(-1)?.state === 'ready');
    assert.deepEqual(await client.request('loopguard/checkWorkspace'), { findings: 1, inFiles: 1, files: 3 });
    assert.deepEqual(client.of('$/progress'), []);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
    folder.remove();
  });
});
