import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { runSteps } from '#dist/core/steps.js';
import { decodeFacts } from '#dist/host/decode-facts.js';
import { extractAll, type ExtractResult } from '#dist/host/extract-all.js';
import { FINISHED } from '#dist/host/extract-pool.js';

/** As JSON has it: objects with and without a prototype are the same. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('extractAll', () => {
  const jobs = Array.from({ length: 60 }, (_, index) => ({
    path: `src/part-${String(index)}.${['ts', 'tsx', 'js', 'mjs'][index % 4] ?? 'ts'}`,
    bytes: Buffer.from(
      `import { read } from './read.js';\nexport const part${String(index)} = () => read(${'['.repeat(index)}${']'.repeat(index)});\n`,
    ),
  }));

  const results = (workers: number | false): ExtractResult[] => {
    const taken: ExtractResult[] = [];
    runSteps(
      extractAll(jobs, {
        workers,
        encoded: true,
        onResult: (index, result) => {
          assert.equal(taken[index], undefined, 'each job is answered once');
          taken[index] = result;
        },
      }),
    );
    return taken;
  };

  it('gives the same with any number of threads', () => {
    const alone = results(false);
    assert.equal(alone.length, jobs.length);
    for (const result of alone) {
      assert.ok('facts' in result && result.encoded);
      assert.deepEqual(plain(decodeFacts(result.encoded)), plain(result.facts));
    }
    for (const workers of [1, 3]) assert.deepEqual(plain(results(workers)), plain(alone));
  });

  it('ends its workers when it is left unfinished', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...jobs[0]!, path: `${String(index)}.ts` }));
    const exits: Promise<unknown>[] = [];
    const onWorker = (worker: Worker): void => {
      worker.ref();
      exits.push(once(worker, 'exit'));
    };
    const { add } = Atomics;
    let control: Int32Array | undefined;
    process.on('worker', onWorker);
    try {
      Atomics.add = ((array: Int32Array, at: number, value: number) => {
        control = array;
        return add(array, at, value);
      }) as typeof add;
      const steps = extractAll(many, { workers: 2, encoded: false, onResult: () => undefined });
      steps.next();
      steps.return();
      await setImmediate();
      assert.equal(exits.length, 2);
      await Promise.all(exits);
    } finally {
      Atomics.add = add;
      process.off('worker', onWorker);
    }
    assert.ok(control && control[FINISHED]! < many.length, 'the rest of the jobs is left');
  });

  it('decodes byte order marks and UTF-16 like any editor', () => {
    const text = 'export const price = "€";\n';
    const forms = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ];
    const found = new Set<string>();
    runSteps(
      extractAll(
        forms.map(bytes => ({ path: 'price.ts', bytes })),
        { workers: false, encoded: false, onResult: (_, result) => found.add(JSON.stringify(result)) },
      ),
    );
    assert.equal(found.size, 1);
  });
});
