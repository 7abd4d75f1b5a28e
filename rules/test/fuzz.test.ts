import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysis } from '#dist/core/engine.js';
import { extractFacts } from '#dist/core/extract/file.js';
import type { FileFacts } from '#dist/core/model.js';
import { casesIn, readCase } from './fixtures/cases.js';
import { mutation, SHAPES, TOKENS } from './fixtures/damage.js';
import { MemoryPort } from './fixtures/memory-port.js';

/** `LOOPGUARD_FUZZ_RUNS=5000 npm test -- fuzz` for a longer walk, `LOOPGUARD_FUZZ_SEED` to repeat one. */
const numRuns = Number(process.env['LOOPGUARD_FUZZ_RUNS'] ?? 100);
const seed = Number(process.env['LOOPGUARD_FUZZ_SEED'] ?? Math.trunc(Date.now() % 2 ** 31));

const files = [...casesIn('no-sync-io-in-handler'), ...casesIn('facts')].flatMap(one => {
  const texts = readCase(one);
  return [...texts.keys()]
    .filter(path => /\.[cm]?[jt]sx?$/.test(path))
    .map(path => ({ path, text: texts.get(path) ?? '', texts }));
});

/** Facts of a text, held against what every driver relies on. */
function checkedFacts(text: string, path: string): FileFacts {
  const facts = extractFacts(text, path);
  assert.deepEqual(plain(JSON.parse(JSON.stringify(facts))), plain(facts), 'facts survive JSON');
  assert.equal(JSON.stringify(extractFacts(text, path)), JSON.stringify(facts), 'facts are the same each time');
  for (const { span, token } of facts.calls) {
    for (const [start, end] of [span, token])
      assert.ok(0 <= start && start <= end && end <= text.length, 'spans stand inside the text');
  }
  return facts;
}

/** The same value with every object an ordinary one, so that only contents are compared. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Facts as they are, or as they come back from a disk cache. */
const passed = (facts: FileFacts): FileFacts => facts;
const cached = (facts: FileFacts): FileFacts => JSON.parse(JSON.stringify(facts)) as FileFacts;

/** Every question of a driver, asked of one project. */
function questioned(texts: ReadonlyMap<string, string>, through: (facts: FileFacts) => FileFacts): string {
  const port = new MemoryPort(texts);
  const analysis = createAnalysis(port, {});
  for (const path of port.files()) analysis.set(path, through(extractFacts(port.text(path) ?? '', path)));
  const findings = analysis.findings({ strict: true });
  const fixes = findings.map(finding => analysis.fixes(finding));
  const explanations = port.files().map(path => analysis.explain(path));
  return JSON.stringify({ findings, fixes, explanations, stats: analysis.stats() });
}

describe(`fuzz (LOOPGUARD_FUZZ_SEED=${seed})`, function () {
  this.timeout(300_000);

  it('damaged files give facts, and projects of them give answers', () => {
    const damaged = fc.tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(damaged, ([{ path, text, texts }, mutations]) => {
        const broken = mutations.reduce((result, mutate) => mutate(result), text);
        checkedFacts(broken, path);
        const project = new Map([...texts, [path, broken]]);
        assert.equal(questioned(project, cached), questioned(project, passed), 'cached facts give the same answers');
      }),
      { seed, numRuns, endOnFailure: true },
    );
  });

  it('text of any kind gives facts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...TOKENS, ' ', '\n', 'shop', '1'), { maxLength: 80 }).map(parts => parts.join('')),
    );
    const path = fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.jsx', 'a.cjs', 'a.mts');
    fc.assert(
      fc.property(text, path, (content, name) => {
        checkedFacts(content, name);
      }),
      { seed, numRuns: numRuns * 4, endOnFailure: true },
    );
  });
});

describe('files of unusual shape', function () {
  this.timeout(60_000);
  for (const [name, text] of Object.entries(SHAPES)) {
    for (const path of ['odd.ts', 'odd.jsx']) {
      it(`${name}, as ${path}`, () => {
        checkedFacts(text, path);
        const project = new Map([
          [path, text],
          ['other.ts', `import '${path.replace('.ts', '.js')}';`],
        ]);
        assert.equal(questioned(project, cached), questioned(project, passed), 'cached facts give the same answers');
      });
    }
  }
});
