import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { EslintProcess } from '#dist/eslint-config/eslint-process.js';
import { WorkspaceEslint, type WorkspaceEslintOptions } from '#dist/eslint-config/index.js';
import { Lifeline } from './lifeline.js';
import { LintProject } from './lint-project.js';

const CONFIGURED = 'export default [loopguard.configs.recommended];';
/** The built script, as the process is given it by default. */
const SCRIPT = new URL(import.meta.resolve('#dist/eslint-config/eslint-child.js'));
const NEVER = 'await new Promise(() => {});';

describe('eslint-config/lifetime', () => {
  let project: LintProject;
  let lifeline: Lifeline;
  let eslint: WorkspaceEslint;
  beforeEach(async () => {
    project = new LintProject('eslint');
    lifeline = new Lifeline();
    await lifeline.open();
    eslint = open();
  });
  afterEach(() => {
    eslint.dispose();
    lifeline.close();
    project.remove();
  });

  function open(options: Partial<WorkspaceEslintOptions> = {}): WorkspaceEslint {
    return new WorkspaceEslint({ folder: project.path, deadline: 60_000, ...options });
  }

  async function kindOf(asking: Parameters<WorkspaceEslint['ask']>[1] = {}, files = ['shop.js']): Promise<string> {
    return (
      await eslint.ask(
        files.map(file => project.at(file)),
        asking,
      )
    ).kind;
  }

  it('asks one process, however many questions, and another after a reset', async () => {
    project.configure(
      'const settings = { loopguard: { pid: process.pid } };',
      'export default [loopguard.configs.recommended, { settings }];',
    );
    const settings = async (): Promise<unknown> => {
      const outcome = await eslint.ask([project.at('shop.js')]);
      assert.equal(outcome.kind, 'answered');
      return outcome.answer.files.get(project.at('shop.js'))?.settings;
    };
    const [first, second, third] = await Promise.all([settings(), settings(), settings()]);
    assert.notEqual(first, undefined);
    assert.deepEqual([second, third, await settings()], [first, first, first]);
    eslint.reset();
    assert.notDeepEqual(await settings(), first);
  });

  it('starts nothing for no files', async () => {
    eslint = open({ script: new URL('file:///not/there.js') });
    assert.equal(await kindOf({}, []), 'answered');
  });

  it('ends the process when it is disposed of, and answers nothing any more', async () => {
    project.configure(lifeline.line, CONFIGURED);
    assert.equal(await kindOf(), 'answered');
    eslint.dispose();
    await lifeline.released();
    assert.equal(await kindOf(), 'cancelled');
  });

  it('cancels a question under way when it is disposed of', async () => {
    project.configure(lifeline.line, NEVER);
    const kind = kindOf();
    await lifeline.connected();
    eslint.dispose();
    assert.equal(await kind, 'cancelled');
    await lifeline.released();
  });

  it('answers a question under way anew when it is reset', async () => {
    project.configure(lifeline.line, NEVER);
    const kinds = Promise.all([kindOf(), kindOf()]);
    await lifeline.connected();
    project.configure(CONFIGURED);
    eslint.reset();
    assert.deepEqual(await kinds, ['answered', 'answered']);
    await lifeline.released();
  });

  it('ends the process at the deadline, even when it answered before and is stuck now', async () => {
    project.configure(
      lifeline.line,
      "const files = name => { while (name.endsWith('stuck.js')); return true; };",
      'export default [loopguard.configs.recommended, { files: [files], rules: {} }];',
    );
    const asked = new EslintProcess({ folder: project.path, script: SCRIPT, environment: process.env, idle: 60_000 });
    assert.equal((await asked.ask([project.at('shop.js')], 60_000)).kind, 'answered');
    assert.deepEqual(await asked.ask([project.at('stuck.js')], 50), { kind: 'timeout' });
    assert.equal(asked.isRunning, false);
    await lifeline.released();
  });

  it('ends a process that has nothing to do, and starts another when needed', async () => {
    project.configure(lifeline.line, CONFIGURED);
    eslint = open({ idle: 1 });
    assert.equal(await kindOf(), 'answered');
    await lifeline.released();
    assert.equal(await kindOf(), 'answered');
  });

  it('stops between chunks when the caller gives up', async () => {
    project.configure(CONFIGURED);
    const controller = new AbortController();
    const files = Array.from({ length: 1_000 }, (_, index) => `file-${index}.js`);
    const steps: number[] = [];
    const progress = (done: number): void => {
      steps.push(done);
      controller.abort();
    };
    assert.equal(await kindOf({ progress, signal: controller.signal }, files), 'cancelled');
    assert.deepEqual(steps, [500]);
    assert.equal(await kindOf(), 'answered');
  });

  it('ends by itself when it is stuck and nobody can end it', async () => {
    const stuck = spawn(process.execPath, [path.join(import.meta.dirname, 'endless-work.js')], { stdio: 'ignore' });
    assert.deepEqual(await once(stuck, 'exit'), [null, 'SIGKILL']);
  });

  describe('beside the process that asks', () => {
    const script = path.join(import.meta.dirname, 'asking-process.js');
    let asking: ChildProcess;
    afterEach(() => asking.kill('SIGKILL'));

    function start(...more: string[]): void {
      const args = [script, project.path, project.at('shop.js'), ...more];
      asking = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    }

    it('does not keep it alive, and leaves its output alone', async () => {
      project.configure(lifeline.line, "console.log('bread'); console.error('butter');", CONFIGURED);
      start();
      const output: string[] = [];
      asking.stdout?.setEncoding('utf8').on('data', (text: string) => output.push(text));
      const [code] = (await once(asking, 'close')) as [number];
      assert.equal(code, 0);
      assert.equal(output.join(''), 'answered\n');
      await lifeline.released();
    });

    it('ends with it when it is killed while it waits', async () => {
      project.configure(lifeline.line, NEVER);
      start();
      await lifeline.connected();
      asking.kill('SIGKILL');
      await lifeline.released();
    });

    it('ends with it when it is killed later', async () => {
      project.configure(lifeline.line, 'setInterval(() => {}, 1_000);', CONFIGURED);
      start('stay');
      const stdout = asking.stdout;
      assert.ok(stdout);
      await once(stdout, 'data');
      asking.kill('SIGKILL');
      await lifeline.released();
    });
  });
});
