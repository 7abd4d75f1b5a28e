import assert from 'node:assert/strict';
import {
  type EslintOutcome,
  type FileConfiguration,
  usesLoopguard,
  WorkspaceEslint,
} from '#dist/eslint-config/index.js';
import { LintProject, VERSIONS } from './lint-project.js';

const RULE = 'no-sync-io-in-handler';

for (const version of VERSIONS) {
  describe(`eslint-config/configured with ${version}`, () => {
    let project: LintProject;
    let eslint: WorkspaceEslint;
    beforeEach(() => {
      project = new LintProject(version);
      eslint = new WorkspaceEslint({ folder: project.path, deadline: 60_000 });
    });
    afterEach(() => {
      eslint.dispose();
      project.remove();
    });

    async function ask(...files: string[]): Promise<(FileConfiguration | undefined)[]> {
      const outcome = await eslint.ask(files.map(file => project.at(file)));
      return files.map(file => answered(outcome).files.get(project.at(file)));
    }

    it('reads the recommended configuration', async () => {
      project.configure('export default [loopguard.configs.recommended];');
      const [shop] = await ask('shop.js');
      assert.equal(shop?.rules[RULE]?.severity, 'error');
      assert.equal('settings' in shop, false);
    });

    it('reads the strict configuration', async () => {
      project.configure('export default [loopguard.configs.strict];');
      const [shop] = await ask('shop.js');
      assert.equal(shop?.rules[RULE]?.severity, 'error');
      assert.deepEqual(shop.settings, { strict: true });
    });

    it('finds the plugin under another prefix, and nothing under a prefix that only looks like it', async () => {
      project.configure(
        "const other = { rules: { 'no-x': { create: () => ({}) } } };",
        "export default [{ plugins: { '@till/loop': loopguard, loopguard: other } },",
        `  { rules: { '@till/loop/${RULE}': 1, 'loopguard/no-x': 2 } }];`,
      );
      const [shop] = await ask('shop.js');
      assert.deepEqual(Object.keys(shop?.rules ?? {}), [RULE]);
      assert.equal(shop?.rules[RULE]?.severity, 'warn');
    });

    it('takes the stronger severity of two prefixes', async () => {
      project.configure(
        `export default [{ plugins: { a: loopguard, b: loopguard, c: loopguard },`,
        `  rules: { 'a/${RULE}': 'warn', 'b/${RULE}': 'error', 'c/${RULE}': 'off' } }];`,
      );
      const [shop] = await ask('shop.js');
      assert.equal(shop?.rules[RULE]?.severity, 'error');
    });

    it('reads options, with the defaults that ESLint merges into them', async () => {
      project.configure(
        'export default [loopguard.configs.recommended,',
        `  { rules: { 'loopguard/${RULE}': ['warn', { contexts: ['request'] }] },`,
        "    settings: { loopguard: { include: ['src/**'] } } }];",
      );
      const [shop] = await ask('shop.js');
      assert.deepEqual(shop?.rules[RULE], {
        severity: 'warn',
        options: { contexts: ['request'], blocking: [], offloaders: [] },
      });
      assert.deepEqual(shop.settings, { include: ['src/**'] });
    });

    it('tells files apart by the globs of the configuration, and shares what is equal', async () => {
      project.configure(
        "export default [{ ignores: ['dist/'] }, loopguard.configs.recommended, { files: ['**/*.ts'] },",
        `  { files: ['scripts/**'], rules: { 'loopguard/${RULE}': 'off' } }];`,
      );
      const [shop, till, script, built, page] = await ask('shop.js', 'till.ts', 'scripts/a.js', 'dist/a.js', 'a.css');
      assert.equal(shop?.rules[RULE]?.severity, 'error');
      assert.equal(till, shop);
      assert.equal(script?.rules[RULE]?.severity, 'off');
      assert.equal(built, undefined);
      assert.equal(page, undefined);
    });

    it('says whether Loopguard is in use', async () => {
      const uses = async (): Promise<boolean> => (await ask('shop.js', 'dist/shop.js')).some(usesLoopguard);
      project.configure('export default [loopguard.configs.recommended];');
      assert.equal(await uses(), true);
      project.configure(
        `export default [{ plugins: { loopguard }, rules: { 'loopguard/${RULE}': 'off', semi: 'error' } }];`,
      );
      eslint.reset();
      assert.equal(await uses(), false);
      project.configure("export default [{ rules: { semi: 'error' } }];");
      eslint.reset();
      assert.equal(await uses(), false);
    });

    it('answers undefined where there is no configuration', async () => {
      assert.deepEqual(await ask('shop.js', 'till/shop.js'), [undefined, undefined]);
    });

    it('answers for thousands of files, and tells how far it is', async () => {
      project.configure('export default [loopguard.configs.recommended];');
      const files = Array.from({ length: 1_200 }, (_, index) => project.at(`src/${index % 40}/file-${index}.js`));
      const steps: string[] = [];
      const outcome = await eslint.ask(files, { progress: (done, total) => steps.push(`${done} of ${total}`) });
      assert.deepEqual(steps, ['500 of 1200', '1000 of 1200', '1200 of 1200']);
      const configurations = [...answered(outcome).files.values()];
      assert.equal(configurations.length, 1_200);
      assert.equal(new Set(configurations).size, 1);
    });

    it('keeps to what was loaded until it is reset', async () => {
      project.configure('export default [loopguard.configs.recommended];');
      const before = await ask('shop.js');
      project.configure(`export default [{ plugins: { loopguard }, rules: { 'loopguard/${RULE}': 'warn' } }];`);
      assert.deepEqual(await ask('shop.js'), before);
      eslint.reset();
      const [after] = await ask('shop.js');
      assert.deepEqual(after?.rules[RULE]?.severity, 'warn');
    });
  });
}

describe('eslint-config/configured by eslintrc', () => {
  it('reads rules under the prefix of the package name', async () => {
    const project = new LintProject('eslint-9');
    const rules = { 'loopguard/no-sync-io-in-handler': ['warn', { contexts: ['request'] }], semi: 2 };
    const settings = { loopguard: { strict: true } };
    project.write(
      '.eslintrc.json',
      JSON.stringify({ root: true, plugins: ['loopguard'], rules, settings, ignorePatterns: ['dist'] }),
    );
    const environment = { ...process.env, ESLINT_USE_FLAT_CONFIG: 'false' };
    const eslint = new WorkspaceEslint({ folder: project.path, deadline: 60_000, environment });
    const files = [project.at('shop.js'), project.at('dist/shop.js')];
    try {
      const rule = { severity: 'warn', options: { contexts: ['request'] } };
      assert.deepEqual(
        [...answered(await eslint.ask(files)).files.values()],
        [{ rules: { 'no-sync-io-in-handler': rule }, settings: { strict: true } }, undefined],
      );
    } finally {
      eslint.dispose();
      project.remove();
    }
  });
});

function answered(outcome: EslintOutcome): Extract<EslintOutcome, { kind: 'answered' }>['answer'] {
  if (outcome.kind !== 'answered') assert.fail(JSON.stringify(outcome));
  return outcome.answer;
}
