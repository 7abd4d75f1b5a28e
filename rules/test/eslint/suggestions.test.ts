import assert from 'node:assert/strict';
import type { ESLint } from 'eslint';
import loopguard from '#dist/eslint/index.js';
import { VERSIONS } from './linter-versions.js';
import { ProjectCopy } from './project-copy.js';

for (const [version, Class] of VERSIONS) {
  describe(`eslint/suggestions in ESLint ${version}`, () => {
    let bakery: ProjectCopy;
    beforeEach(() => (bakery = new ProjectCopy('bakery')));
    afterEach(() => bakery.remove());

    it('are applied by the editor and leave nothing to report', async () => {
      const eslint = new Class({
        cwd: bakery.root,
        overrideConfigFile: true,
        overrideConfig: [loopguard.configs.recommended],
      });
      const lint = async (text: string): Promise<ESLint.LintResult> => {
        const [result] = await eslint.lintText(text, { filePath: bakery.path('src/prices.js') });
        assert.ok(result !== undefined);
        return result;
      };
      const text = bakery.read('src/prices.js');
      const [suggestion] = (await lint(text)).messages[0]?.suggestions ?? [];
      assert.match(suggestion?.desc ?? '', /^Replace with `await readFile\(…\)`$/u);
      const { range, text: replacement } = suggestion!.fix;
      const fixed = text.slice(0, range[0]) + replacement + text.slice(range[1]);
      assert.match(fixed, /JSON\['parse'\]\(await readFile\(file, 'utf8'\)\)/u);
      assert.match(fixed, /from 'node:fs\/promises'/u);
      assert.deepEqual((await lint(fixed)).messages, []);
    });
  });
}
