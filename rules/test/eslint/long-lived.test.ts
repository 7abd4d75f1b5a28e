import assert from 'node:assert/strict';
import type { ESLint } from 'eslint';
import loopguard from '#dist/eslint/index.js';
import { VERSIONS } from './linter-versions.js';
import { ProjectCopy } from './project-copy.js';
import { eslintReports, places } from './report.js';

const RULE = 'loopguard/no-sync-io-in-handler';
const HOURS = `src/hours.js:5:16 ${RULE}`;
const PRICES = `src/prices.js:5:24 ${RULE}`;

for (const [version, Class] of VERSIONS) {
  describe(`eslint/long-lived process of ESLint ${version}`, () => {
    let bakery: ProjectCopy;
    let eslint: ESLint;

    const start = (): ESLint =>
      new Class({ cwd: bakery.root, overrideConfigFile: true, overrideConfig: [loopguard.configs.recommended] });
    const found = (results: ESLint.LintResult[]): string[] => places(eslintReports(bakery.root, results));
    const lintText = async (file: string, text: string): Promise<string[]> =>
      found(await eslint.lintText(text, { filePath: bakery.path(file) }));

    beforeEach(() => {
      bakery = new ProjectCopy('bakery');
      eslint = start();
    });
    afterEach(() => bakery.remove());

    it('analyses unsaved text in place of the saved', async () => {
      const saved = bakery.read('src/prices.js');
      const typed = `// still typing\n${saved}`;
      assert.deepEqual(await lintText('src/prices.js', typed), [`src/prices.js:6:24 ${RULE}`]);
      assert.deepEqual(await lintText('src/prices.js', saved.replace('readFileSync(', '(')), []);
      assert.deepEqual(await lintText('src/prices.js', saved), [PRICES]);
    });

    it('survives what is typed half', async () => {
      assert.deepEqual(await lintText('src/prices.js', 'export async function (('), [`src/prices.js:1:23 none`]);
    });

    it('does not carry unsaved text into other files', async () => {
      const server = bakery.read('src/server.js').replace('await priceOf(', '(');
      assert.deepEqual(await lintText('src/server.js', server), []);
      assert.deepEqual(found(await eslint.lintFiles(['src/prices.js'])), [PRICES]);
    });

    it('analyses a file that is not saved yet, with the files it imports', async () => {
      const imports = "import express from 'express';\nimport { readFileSync } from 'node:fs';\n";
      const handler = "express().get('/', (request, response) => response.send(readFileSync('menu.txt')));\n";
      assert.deepEqual(await lintText('src/menu.js', imports + handler), [`src/menu.js:3:57 ${RULE}`]);
      assert.deepEqual(await lintText('src/hours.js', bakery.read('src/hours.js')), [HOURS]);
    });

    it('analyses text that has no file', async () => {
      const text = bakery.read('src/hours.js');
      const results = await eslint.lintText(text);
      assert.deepEqual(
        results[0]?.messages.map(({ line, column }) => [line, column]),
        [[5, 16]],
      );
    });

    it('sees what changed on disk when a file comes again', async () => {
      assert.deepEqual(found(await eslint.lintFiles(['.'])), [HOURS, PRICES]);
      bakery.edit('src/server.js', 'await priceOf(', '(');
      assert.deepEqual(found(await eslint.lintFiles(['.'])), [HOURS]);
    });

    it('sees what changed on disk in a file linted for the first time by a new instance', async () => {
      assert.deepEqual(await lintText('src/hours.js', bakery.read('src/hours.js')), [HOURS]);
      bakery.edit('src/server.js', 'await priceOf(', '(');
      eslint = start();
      assert.deepEqual(found(await eslint.lintFiles(['src/prices.js'])), []);
    });

    it('sees files that come and go', async () => {
      const server = bakery.read('src/server.js');
      bakery.write('src/server.js', 'export {};\n');
      assert.deepEqual(found(await eslint.lintFiles(['.'])), [HOURS]);
      bakery.write('src/annex.js', server);
      assert.deepEqual(found(await eslint.lintFiles(['.'])), [HOURS, PRICES]);
    });
  });
}
