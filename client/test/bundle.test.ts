import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';

const script = new URL('../../scripts/packed/extension-bundle.mjs', import.meta.url);

/** The bundles, in a folder from which no package can be found. */
describe('the bundle', function () {
  this.timeout(120_000);
  const extension = mkdtempSync(join(tmpdir(), 'loopguard-bundle-'));
  const folder = join(extension, 'dist');

  before(async () => {
    const { bundle } = (await import(script.href)) as { bundle: (out: string) => Promise<string[]> };
    await bundle(folder);
    writeFileSync(join(extension, 'package.json'), '{ "type": "module", "version": "1.2.3" }');
  });
  after(() => {
    rmSync(extension, { recursive: true, force: true });
  });

  it('needs nothing but Node and, in the client, the editor', () => {
    const loads = /\brequire\(["'](?<name>[\w@:/.-]+)["']\)/gu;
    const known = new Set([...builtinModules, ...builtinModules.map(name => `node:${name}`)]);
    const client = readFileSync(join(folder, 'extension.cjs'), 'utf8');
    const needed = [...client.matchAll(loads)].map(match => match.groups?.['name'] ?? '');
    assert.deepEqual([...new Set(needed.filter(name => !known.has(name)))], ['vscode']);
  });

  it('holds the licences of what is in it', () => {
    const text = readFileSync(join(folder, 'licences.txt'), 'utf8');
    for (const name of ['vscode-languageclient', '@ts-morph/common']) assert.ok(text.includes(`# ${name} `), name);
    assert.ok(readdirSync(folder).every(file => !file.endsWith('.map')));
  });

  it('has a server that finds all it needs', () => {
    const options = { encoding: 'utf8' } as const;
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'server.js'), '--version'], options);
    assert.deepEqual([stdout, stderr], ['1.2.3\n', '']);
  });

  it('has a worker that extracts facts', async () => {
    const bytes = new TextEncoder().encode("import { readFileSync } from 'node:fs';\nreadFileSync('a');\n");
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(pathToFileURL(join(folder, 'extract-worker.js')), {
      workerData: {
        port: port2,
        control: new Int32Array(new SharedArrayBuffer(16)),
        bytes: shared,
        jobs: [{ path: 'a.ts', start: 0, end: bytes.length }],
      },
      transferList: [port2],
      execArgv: [],
    });
    const answer = await new Promise<{ index: number; encoded: Uint8Array }>((resolve, reject) => {
      port1.once('message', resolve);
      worker.once('error', reject);
    });
    port1.close();
    await worker.terminate();
    assert.equal(answer.index, 0);
    assert.ok(Buffer.from(answer.encoded).includes('readFileSync'));
  });
});
