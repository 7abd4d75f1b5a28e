import assert from 'node:assert/strict';
import path from 'node:path';
import { ESLint } from 'eslint';
import { ESLint as ESLint9 } from 'eslint-9';
import type { Warn } from '#dist/eslint/failure.js';
import { createPlugin } from '#dist/eslint/plugin.js';
import { type Opener, Sessions } from '#dist/eslint/sessions.js';
import { fakeHazard, FakeProject } from './fake-workspace.js';

const hazards = [fakeHazard('no-pause'), fakeHazard('no-rest'), fakeHazard('no-doubt', 'strict')];

type LinterClass = typeof ESLint;

interface Setup {
  readonly project: FakeProject;
  readonly warnings: string[];
  readonly lint: (text: string, options?: { fix?: boolean; file?: string }) => Promise<ESLint.LintResult>;
}

function setUp(Class: LinterClass, config: 'recommended' | 'strict', opener?: (project: FakeProject) => Opener): Setup {
  const project = new FakeProject();
  const warnings: string[] = [];
  const warn: Warn = message => warnings.push(message);
  const root = path.resolve('.');
  const found: Opener = { ...(opener?.(project) ?? project.opener), discover: () => root };
  const plugin = createPlugin(hazards, new Sessions(found, warn));
  const lint: Setup['lint'] = async (text, { fix = false, file = 'menu.js' } = {}) => {
    const overrideConfig = [plugin.configs[config]];
    const eslint = new Class({ overrideConfigFile: true, overrideConfig, fix, cwd: root });
    const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
    assert.ok(result !== undefined);
    return result;
  };
  return { project, warnings, lint };
}

for (const [version, Class] of [
  ['10', ESLint],
  ['9', ESLint9 as LinterClass],
] as const) {
  describe(`eslint/to-rule on ESLint ${version}`, () => {
    it('runs on the version it says', () => {
      assert.equal(Class.version.split('.')[0], version);
    });

    it('reports the sentence with its route, at the span', async () => {
      const { lint, project, warnings } = setUp(Class, 'recommended');
      const { messages } = await lint('pause();\r\n  pause();\r\n');
      assert.deepEqual(warnings, []);
      assert.deepEqual(
        messages.map(({ ruleId, messageId, message, line, column, endLine, endColumn }) => [
          ruleId,
          messageId,
          message,
          line,
          column,
          endLine,
          endColumn,
        ]),
        [
          ['loopguard/no-pause', 'waits', '`pause` waits.', 1, 1, 1, 6],
          ['loopguard/no-rest', 'waits', '`pause` waits.', 1, 1, 1, 6],
          ['loopguard/no-pause', 'waits', '`pause` waits; it is reached through `{{name}}`.', 2, 3, 2, 8],
          ['loopguard/no-rest', 'waits', '`pause` waits; it is reached through `{{name}}`.', 2, 3, 2, 8],
        ],
      );
      assert.deepEqual(project.queries[0], {
        rules: ['no-pause'],
        options: { 'no-pause': { contexts: ['timer'] } },
        file: 'menu.js',
        strict: false,
        suppressed: 'keep',
      });
    });

    it('counts columns without the byte order mark', async () => {
      const { lint } = setUp(Class, 'recommended');
      const { messages } = await lint('\uFEFFpause();');
      assert.deepEqual(
        messages.map(({ column }) => column),
        [1, 1],
      );
    });

    it('offers fixes of grade review as suggestions, in the same file only', async () => {
      const { lint } = setUp(Class, 'recommended');
      const text = 'go(); pause();';
      const [message] = (await lint(text)).messages;
      assert.equal(message?.fix, undefined);
      assert.deepEqual(
        message?.suggestions?.map(({ desc }) => desc),
        ['Replace with `resume`'],
      );
      const { range, text: replacement } = message.suggestions[0]!.fix;
      assert.equal(text.slice(0, range[0]) + replacement + text.slice(range[1]), 'mark();go(); resume();');
    });

    it('applies fixes of grade safe, and analyses the text of each pass', async () => {
      const { lint, project } = setUp(Class, 'recommended');
      project.grade = 'safe';
      const { output, messages } = await lint('go(); pause(); pause();', { fix: true });
      assert.equal(output, 'mark();mark();go(); resume(); resume();');
      assert.deepEqual(messages, []);
    });

    it('asks for what is possible in strict only', async () => {
      const { lint, project } = setUp(Class, 'strict');
      const { messages } = await lint('pause();');
      assert.deepEqual(
        messages.map(({ ruleId }) => ruleId),
        ['loopguard/no-pause', 'loopguard/no-rest', 'loopguard/no-doubt'],
      );
      assert.ok(project.queries.every(({ strict }) => strict === true));
    });

    it('leaves comments that silence to ESLint, which then knows them as used', async () => {
      const { lint } = setUp(Class, 'recommended');
      const result = await lint('pause(); // eslint-disable-line\n');
      assert.deepEqual(result.messages, []);
      assert.equal(result.suppressedMessages.length, 2);
    });

    it('says once that a rule fails, stays silent, and keeps the other rules', async () => {
      const { lint, warnings } = setUp(Class, 'recommended', project => ({
        ...project.opener,
        open: request => {
          const workspace = project.opener.open(request);
          const findings = workspace.analysis.findings.bind(workspace.analysis);
          workspace.analysis.findings = query => {
            if (query?.rules?.includes('no-pause')) throw new TypeError('refs[7] is undefined');
            return findings(query);
          };
          return workspace;
        },
      }));
      for (const file of ['menu.js', 'order.js']) {
        const { messages } = await lint('pause();', { file });
        assert.deepEqual(
          messages.map(({ ruleId }) => ruleId),
          ['loopguard/no-rest'],
        );
      }
      assert.deepEqual(warnings, [
        'Loopguard stays silent about no-pause, because its analysis failed: refs[7] is undefined',
      ]);
    });

    it('reports without suggestions when a recipe fails', async () => {
      const { lint, warnings } = setUp(Class, 'recommended');
      const { messages } = await lint('pause(); // broken recipe');
      assert.equal(messages.length, 2);
      assert.ok(messages.every(({ suggestions }) => suggestions === undefined));
      assert.equal(warnings.length, 2);
    });
  });
}
