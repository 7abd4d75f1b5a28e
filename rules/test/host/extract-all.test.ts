import assert from 'node:assert/strict';
import { runSteps } from '#dist/core/steps.js';
import { decodeFacts } from '#dist/host/decode-facts.js';
import { extractAll, type ExtractResult } from '#dist/host/extract-all.js';

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
