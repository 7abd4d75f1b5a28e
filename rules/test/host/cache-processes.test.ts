import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FactsCache } from '#dist/host/cache.js';
import { sampleFacts } from './sample-facts.js';
import { removeTemporaryProjects, temporaryProject } from './temporary-project.js';

/** Runs `cache-writer.js`; resolves with its exit code and what it complained of. */
async function write(folder: string, name: string): Promise<{ code: number; said: string }> {
  const script = fileURLToPath(new URL('./cache-writer.js', import.meta.url));
  const child = spawn(process.execPath, [script, folder, name], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

describe('FactsCache in several processes', () => {
  after(removeTemporaryProjects);

  it('never gives a wrong entry and ends up whole', async () => {
    const folder = join(temporaryProject({}), 'cache');
    const ends = await Promise.all([write(folder, 'a'), write(folder, 'b'), write(folder, 'a')]);
    for (const end of ends) assert.deepEqual(end, { code: 0, said: '' });
    assert.ok(readdirSync(folder).every(name => name.endsWith('.facts')));
    const cache = new FactsCache(folder);
    const last = ['a', 'b'].flatMap(name => [cache.get(`${name}-last`)]).filter(facts => facts !== undefined);
    assert.ok(last.length > 0);
    for (const facts of last) assert.deepEqual(facts, sampleFacts(60));
  });
});
