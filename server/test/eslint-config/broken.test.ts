import assert from 'node:assert/strict';
import { type EslintOutcome, WorkspaceEslint } from '#dist/eslint-config/index.js';
import { LintProject, type Version, VERSIONS } from './lint-project.js';

describe('eslint-config/broken', () => {
  const cleanups: (() => void)[] = [];
  afterEach(() => {
    for (const clean of cleanups.splice(0)) clean();
  });

  function projectWith(version: Version | undefined, ...lines: string[]): LintProject {
    const project = new LintProject(version);
    cleanups.push(() => project.remove());
    if (version !== undefined) project.write('eslint.config.js', lines.join('\n'));
    return project;
  }

  function ask({ folder }: { folder: string }, environment = process.env, deadline = 60_000): Promise<EslintOutcome> {
    const eslint = new WorkspaceEslint({ folder, deadline, environment });
    cleanups.push(() => eslint.dispose());
    return eslint.ask([`${folder}/shop.js`]);
  }

  for (const version of VERSIONS) {
    describe(version, () => {
      const broken: Record<string, [lines: string[], message: RegExp]> = {
        'names the configuration of a syntax error': [
          ['export default [', '  { rules: { ];'],
          /^eslint\.config\.js: Unexpected token '\]'$/u,
        ],
        'names the line that throws, and says it in one line': [
          ['', "throw new Error('no\\n  bread');"],
          /^eslint\.config\.js:2: no bread$/u,
        ],
        'names the configuration of a rule that does not exist': [
          ["export default [{ rules: { 'loopguard/no-bread': 'error' } }];"],
          /^eslint\.config\.js: .*Key "loopguard\/no-bread": Could not find plugin "loopguard"/u,
        ],
        'names a package that is missing': [
          ["import bread from 'bread';"],
          /^eslint\.config\.js: Cannot find package 'bread'/u,
        ],
        'survives what is thrown and no error': [["throw 'bread';"], /^eslint\.config\.js: bread$/u],
        'says what nobody caught': [
          ["setImmediate(() => { throw new Error('late bread'); });", 'await new Promise(() => {});'],
          /^eslint\.config\.js:1: late bread$/u,
        ],
        'says what rejects unhandled': [
          ["void Promise.reject(new Error('stale bread'));", 'await new Promise(() => {});'],
          /^eslint\.config\.js:1: stale bread$/u,
        ],
        'says that a configuration ended the process': [
          ['process.exit(3);'],
          /^The process that loads the ESLint configuration ended with exit code 3 before it answered$/u,
        ],
        'says that a configuration closed the channel': [
          ['process.disconnect();', 'await new Promise(() => {});'],
          /^The process that loads the ESLint configuration ended with exit code 0 before it answered$/u,
        ],
        'says that settings cannot be sent': [
          [
            "import loopguard from 'eslint-plugin-loopguard';",
            'const settings = { loopguard: {} };',
            'settings.loopguard.self = settings.loopguard;',
            'export default [loopguard.configs.recommended, { settings }];',
          ],
          /^eslint\.config\.js: .*circular/iu,
        ],
      };
      for (const [title, [lines, message]] of Object.entries(broken)) {
        it(title, async () => {
          const outcome = await ask(projectWith(version, ...lines));
          assert.equal(outcome.kind, 'failed');
          assert.match(outcome.message, message);
        });
      }

      it('ends a configuration that never finishes', async () => {
        const project = projectWith(version, 'await new Promise(() => {});');
        assert.deepEqual(await ask(project, process.env, 50), { kind: 'timeout' });
      });

      it('ends a configuration that loops', async () => {
        assert.deepEqual(await ask(projectWith(version, 'for (;;);'), process.env, 50), { kind: 'timeout' });
      });

      it('is not confused by messages and output of a configuration', async () => {
        const project = projectWith(
          version,
          "process.send('ready'); process.send({ id: 0, result: { kind: 'none' } }); process.send(1);",
          "for (let line = 0; line < 20_000; line += 1) console.log('bread and butter'.repeat(10));",
          "console.error('bread'.repeat(1_000_000));",
          'export default [{ rules: {} }];',
        );
        assert.equal((await ask(project)).kind, 'answered');
      });

      it('opens no port of a debugger', async () => {
        const project = projectWith(version, 'export default [{ rules: {} }];');
        // With this flag a process waits for a debugger before it does anything.
        const environment = { ...process.env, NODE_OPTIONS: '--inspect-brk=0' };
        assert.equal((await ask(project, environment)).kind, 'answered');
      });
    });
  }

  it('says that no ESLint is installed', async () => {
    assert.deepEqual(await ask(projectWith(undefined)), { kind: 'none' });
  });

  it('says that ESLint is too old', async () => {
    const project = projectWith(undefined);
    project.write('node_modules/eslint/index.js', 'module.exports = { CLIEngine: class {} };');
    assert.deepEqual(await ask(project), {
      kind: 'failed',
      message: 'The installed ESLint is too old: it has no `ESLint` class.',
    });
  });

  it('says that the folder is not there', async () => {
    const outcome = await ask({ folder: projectWith(undefined).at('gone') });
    assert.equal(outcome.kind, 'failed');
    assert.match(outcome.message, /^ESLint cannot be asked: .*ENOENT/u);
  });

  it('does not remember a failure', async () => {
    const project = projectWith('eslint', 'throw new Error();');
    const eslint = new WorkspaceEslint({ folder: project.path, deadline: 60_000 });
    cleanups.push(() => eslint.dispose());
    assert.equal((await eslint.ask([project.at('shop.js')])).kind, 'failed');
    project.write('eslint.config.js', 'export default [{ rules: {} }];');
    assert.equal((await eslint.ask([project.at('shop.js')])).kind, 'answered');
  });
});
