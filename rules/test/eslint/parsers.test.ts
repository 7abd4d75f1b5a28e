import assert from 'node:assert/strict';
import babelParser from '@babel/eslint-parser';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import loopguard from '#dist/eslint/index.js';
import { VERSIONS } from './linter-versions.js';
import { ProjectCopy } from './project-copy.js';
import { eslintReports, type Report } from './report.js';

type LanguageOptions = NonNullable<Linter.Config['languageOptions']>;

const typescript = tseslint.parser as Linter.Parser;
const babel = babelParser as Linter.Parser;

/** How the TypeScript of a project may be parsed. */
const PARSERS: Readonly<Record<string, (root: string) => LanguageOptions>> = {
  'typescript-eslint without types': () => ({ parser: typescript }),
  'typescript-eslint with types': root => ({
    parser: typescript,
    parserOptions: { projectService: true, tsconfigRootDir: root },
  }),
  Babel: root => ({
    parser: babel,
    parserOptions: {
      requireConfigFile: false,
      babelOptions: { cwd: root, babelrc: false, configFile: false, parserOpts: { plugins: ['typescript'] } },
    },
  }),
};

for (const [version, Class] of VERSIONS) {
  describe(`eslint/parsers of ESLint ${version}`, () => {
    let florist: ProjectCopy;
    beforeEach(() => (florist = new ProjectCopy('florist')));
    afterEach(() => florist.remove());

    const lint = async (languageOptions: LanguageOptions): Promise<Report[]> => {
      const overrideConfig = [{ files: ['**/*.ts'], languageOptions }, loopguard.configs.recommended];
      const eslint = new Class({ cwd: florist.root, overrideConfigFile: true, overrideConfig });
      return eslintReports(florist.root, await eslint.lintFiles(['.']));
    };

    for (const [name, languageOptions] of Object.entries(PARSERS)) {
      it(`reports the same with ${name}`, async () => {
        const [report, ...rest] = await lint(languageOptions(florist.root));
        assert.deepEqual(rest, []);
        assert.equal(report?.place, 'src/stock.ts:7:22');
        assert.equal(report.rule, 'loopguard/no-sync-io-in-handler');
      });
    }
  });
}
