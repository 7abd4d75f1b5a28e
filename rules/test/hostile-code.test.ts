import assert from 'node:assert/strict';
import { createAnalysis } from '#dist/core/engine.js';
import { extractFacts } from '#dist/core/extract/file.js';
import type { FileFacts } from '#dist/core/model.js';
import { MemoryPort } from './fixtures/memory-port.js';

/** Findings and fixes for one file whose facts went through JSON. */
function analyse(text: string): { found: string[]; fixes: number } {
  const analysis = createAnalysis(new MemoryPort(new Map([['server.ts', text]])), {});
  analysis.set('server.ts', JSON.parse(JSON.stringify(extractFacts(text, 'server.ts'))) as FileFacts);
  const findings = analysis.findings();
  analysis.explain('server.ts');
  return {
    found: findings.map(({ span }) => text.slice(...span)),
    fixes: findings.flatMap(finding => analysis.fixes(finding)).length,
  };
}

const server = (body: string): string =>
  `import { readFileSync } from 'node:fs';\nimport http from 'node:http';\n` +
  `http.createServer((req, res) => {\n${body}\n});\n`;

describe('hostile code', () => {
  it('is no crash when names are those of Object.prototype, with facts read from JSON', () => {
    const code = `class K { static draw() {} }
      /** @runs offloaded other */
      function each(constructor, toString) { constructor(); toString(); }
      K.constructor.draw(); K.toString(); K.valueOf.call(K); new K().hasOwnProperty('a'); ({}).constructor.toString();
      each(() => readFileSync('a'), () => readFileSync('b'));`;
    assert.deepEqual(analyse(server(code)).found, ['readFileSync', 'readFileSync']);
  });

  it('finds what stands behind a sum of thousands of strings', () => {
    const sum = Array.from({ length: 5000 }, (_, i) => `'${i}'`).join('\n+ ');
    const { found } = analyse(server(`const sum = ${sum};\nreadFileSync(sum);`));
    assert.deepEqual(found, ['readFileSync']);
  });

  it('counts lines that end in CRLF, CR and the separators of Unicode', () => {
    for (const end of ['\r\n', '\r', '\u2028']) {
      const silenced = server(`const ü = '😀';\n// eslint-disable-next-line\nreadFileSync(ü);\nreadFileSync(ü);`);
      assert.deepEqual(analyse(silenced.replaceAll('\n', end)).found, ['readFileSync']);
    }
  });
});
