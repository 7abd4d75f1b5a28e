import assert from 'node:assert/strict';
import path from 'node:path';
import type { ESLint, Linter } from 'eslint';
import loopguard from '#dist/eslint/index.js';
import { type LinterClass, VERSIONS } from './linter-versions.js';
import { ProjectCopy } from './project-copy.js';
import { eslintReports, places } from './report.js';

const RULE = 'loopguard/no-sync-io-in-handler';

async function lint(
  Class: LinterClass,
  cwd: string,
  overrideConfig: Linter.Config[],
  files = ['.'],
): Promise<string[]> {
  const eslint = new Class({ cwd, overrideConfigFile: true, overrideConfig });
  return places(eslintReports(cwd, await eslint.lintFiles(files)));
}

/** Cuts the fenced blocks of a Markdown file, keeping their lines where they stand. */
const fences: Linter.Processor = {
  meta: { name: 'fences', version: '1' },
  supportsAutofix: true,
  preprocess: text =>
    [...text.matchAll(/^```js\n(?<code>[^]*?)^```/gmu)].map(({ index, groups }, block) => ({
      filename: `${block}.js`,
      text: '\n'.repeat(text.slice(0, index).split('\n').length) + groups!['code']!,
    })),
  postprocess: messages => messages.flat(),
};

for (const [version, Class] of VERSIONS) {
  describe(`eslint/configurations of ESLint ${version}`, () => {
    const copies: ProjectCopy[] = [];
    const copy = (fixture: string): ProjectCopy => {
      const project = new ProjectCopy(fixture);
      copies.push(project);
      return project;
    };
    afterEach(() => copies.splice(0).forEach(project => project.remove()));

    it('takes the plugin by hand', async () => {
      const config: Linter.Config = { plugins: { loopguard }, rules: { [RULE]: 'error' } };
      assert.equal((await lint(Class, copy('bakery').root, [config])).length, 2);
    });

    it('says what the rule is about', () => {
      const { meta } = loopguard.rules['no-sync-io-in-handler']!;
      assert.equal(meta.type, 'problem');
      assert.deepEqual(meta.languages, ['js/js']);
      assert.equal(meta.docs?.recommended, true);
      assert.match(meta.docs.description, /^[A-Z]/u);
      assert.match(meta.docs.url ?? '', /^https:.*no-sync-io-in-handler/u);
    });

    it('leaves files of other languages alone, with or without the strict config', async () => {
      for (const config of Object.values(loopguard.configs)) {
        const eslint: ESLint = new Class({ overrideConfigFile: true, overrideConfig: [config] });
        const rulesOf = async (file: string): Promise<object> =>
          ((await eslint.calculateConfigForFile(file)) as Linter.Config | undefined)?.rules ?? {};
        assert.ok(RULE in (await rulesOf('menu.js')));
        assert.ok(RULE in (await rulesOf('guide.md/0.js')));
        assert.ok(!(RULE in (await rulesOf('style.css'))));
        assert.ok(!(RULE in (await rulesOf('guide.md'))));
      }
    });

    it('refuses options that do not exist', async () => {
      const config: Linter.Config = { plugins: { loopguard }, rules: { [RULE]: ['error', { speed: 9 }] } };
      await assert.rejects(lint(Class, copy('bakery').root, [config]), /speed/u);
    });

    it('keeps projects apart in one run', async () => {
      const [first, second] = [copy('bakery'), copy('bakery')];
      second.edit('src/server.js', 'await priceOf(', '(');
      const cwd = path.dirname(first.root);
      const name = (project: ProjectCopy): string => path.basename(project.root);
      const found = await lint(Class, cwd, [loopguard.configs.recommended], [name(first), name(second)]);
      const expected = [
        `${name(first)}/src/hours.js:5:16 ${RULE}`,
        `${name(first)}/src/prices.js:5:24 ${RULE}`,
        `${name(second)}/src/hours.js:5:16 ${RULE}`,
      ];
      assert.deepEqual(found, expected.toSorted());
    });

    it('analyses the blocks of a processor without reporting their callees elsewhere', async () => {
      const bakery = copy('bakery');
      bakery.write(
        'src/oven.js',
        "import { readFileSync } from 'node:fs';\nexport const heat = () => readFileSync('oven');\n",
      );
      const block = [
        '# Guide',
        '```js',
        "import { createServer } from 'node:http';",
        "import { readFileSync } from 'node:fs';",
        "import { heat } from './src/oven.js';",
        "createServer(() => { heat(); readFileSync('guide.txt'); });",
        '```',
        '',
      ];
      bakery.write('guide.md', block.join('\n'));
      const config: Linter.Config[] = [
        { files: ['**/*.md'], plugins: { fences: { processors: { fences } } }, processor: 'fences/fences' },
        { files: ['**/*.md/*.js'], languageOptions: { sourceType: 'module' } },
        loopguard.configs.recommended,
      ];
      assert.deepEqual(await lint(Class, bakery.root, config, ['guide.md', 'src/oven.js']), [`guide.md:6:30 ${RULE}`]);
    });

    it('takes the project and more APIs from the settings', async () => {
      const bakery = copy('bakery');
      bakery.write(
        'src/server.js',
        "import { createServer } from 'node:http';\nimport { bake } from 'ovens';\ncreateServer(() => bake());\n",
      );
      const settings = { loopguard: { root: bakery.root, blocking: ['ovens.bake'] } };
      const found = await lint(Class, bakery.root, [loopguard.configs.recommended, { settings }], ['src/server.js']);
      assert.deepEqual(found, [`src/server.js:3:20 ${RULE}`]);
    });
  });
}
