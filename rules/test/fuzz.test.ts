import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysis } from '#dist/core/engine.js';
import { extractFacts } from '#dist/core/extract/file.js';
import type { FileFacts } from '#dist/core/model.js';
import { casesIn, readCase } from './fixtures/cases.js';
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

type Mutation = (text: string) => string;

// prettier-ignore
const TOKENS = [
  '(', ')', '{', '}', '[', ']', '=>', '...', '?.', '`', '${', "'", '"', '/*', '*/', '//', '/', '<', '>', '</', '#', '@', ':', ';', ',', '=', '\\',
  'async', 'await', 'yield', 'class', 'extends', 'super', 'this', 'new', 'import', 'export', 'default', 'from', 'require(', 'function', 'get', 'set',
  'static', 'const', 'type', 'interface', 'enum', 'namespace', 'declare', 'abstract', 'satisfies', 'as', '__proto__', 'constructor', 'hasOwnProperty',
  '/** @runs sync x */', '/** @context nowhere */', '// eslint-disable', '/* eslint-disable-next-line */', '\uFEFF', '\r\n', '\u2028', '\u{1F680}', '\uD800',
];

const tokensOf = (text: string): string[] => text.match(/\s+|[\w$]+|[^\w\s]/g) ?? [];

const position = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const inTokens =
  (change: (tokens: string[], at: number) => void) =>
  (at: number): Mutation =>
  text => {
    const tokens = tokensOf(text);
    change(tokens, Math.floor(at * tokens.length));
    return tokens.join('');
  };

/** One small damage to a text. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  position.map(inTokens((tokens, at) => tokens.splice(at, 1))),
  position.map(inTokens((tokens, at) => tokens.splice(at, 0, tokens[at] ?? ''))),
  fc
    .tuple(position, position)
    .map(([from, to]): Mutation =>
      inTokens((tokens, at) => tokens.splice(at, 0, tokens[Math.floor(from * tokens.length)] ?? ''))(to),
    ),
  fc
    .tuple(position, fc.constantFrom(...TOKENS))
    .map(([at, token]): Mutation => inTokens((tokens, index) => tokens.splice(index, 0, token))(at)),
  fc.tuple(position, fc.string({ unit: 'binary', maxLength: 4 })).map(([at, bytes]): Mutation => text => {
    const index = Math.floor(at * text.length);
    return text.slice(0, index) + bytes + text.slice(index + 1);
  }),
  position.map(
    (at): Mutation =>
      text =>
        text.slice(0, Math.floor(at * text.length)),
  ),
  fc.constant<Mutation>(text => text.replaceAll('\n', '\r\n')),
  fc.constant<Mutation>(text => text + text),
);

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
  const deep = (open: string, close: string): string => `const shop = ${open.repeat(10_000)}1${close.repeat(10_000)};`;
  const shapes: Readonly<Record<string, string>> = {
    empty: '',
    'blank lines': '\n\n\r\n',
    'only a comment': '/* nothing */',
    'nested brackets': deep('[', ']'),
    'nested calls': deep('f(', ')'),
    'nested arrows': `const shop = ${'() => '.repeat(10_000)}1;`,
    'nested unary operators': `const shop = ${'!'.repeat(10_000)}1;`,
    'a long sum': `const shop = ${'1 + '.repeat(10_000)}1;`,
    'a long member chain': `const shop = a${'.b'.repeat(10_000)};`,
    'a long call chain': `shop${'.then(x)'.repeat(10_000)};`,
    'a long else-if': `${'if (a) {} else '.repeat(10_000)}{}`,
    'a long conditional': `const shop = ${'a ? b : '.repeat(10_000)}c;`,
    'nested templates': `const shop = ${'`${'.repeat(5_000)}1${'}`'.repeat(5_000)};`,
    'nested types': `type Shop = ${'Array<'.repeat(10_000)}string${'>'.repeat(10_000)};`,
    'nested elements': `const shop = ${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)};`,
    'labels without end': 'a:'.repeat(10_000),
    binary: `\u0000\u0001\u0002${'\uFFFD'.repeat(1000)}`,
    'one line of 5 MB': `var a=[${'"x",'.repeat(1_250_000)}0];`,
    'a bundle of one line': 'function a(b){return c.d(b)}'.repeat(20_000),
    'names of Object.prototype':
      'const { constructor, __proto__, toString } = x; toString(); __proto__(); exports.__proto__ = () => constructor();',
  };
  for (const [name, text] of Object.entries(shapes)) {
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
