import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FakeProject } from './fake-project.js';
import { shopProject } from './shop-project.js';

describe('cli/check', () => {
  let project: FakeProject;
  const shop = (): FakeProject => (project = shopProject());
  afterEach(() => project.delete());

  /** Texts that findings stand on, by line of the summary. */
  const files = (out: string): string[] => out.split('\n').filter(line => /^\S+\.[jt]s$/.test(line));

  describe('exit code', () => {
    it('0 without findings, 1 with', async () => {
      assert.equal((await shop().run(['check'])).code, 1);
      assert.equal((await project.run(['check', 'src/routes.ts'])).code, 0);
      assert.equal(project.closed, 2);
    });

    it('--max-warnings puts up with warnings, not with errors', async () => {
      const jobs = ['check', '--strict', 'src/jobs.ts'];
      shop();
      assert.equal((await project.run(jobs)).code, 1);
      assert.equal((await project.run([...jobs, '--max-warnings', '1'])).code, 1);
      assert.equal((await project.run([...jobs, '--max-warnings', '2'])).code, 0);
      assert.equal((await project.run([...jobs, '--max-warnings', '-1'])).code, 0);
      assert.equal((await project.run(['check', '--max-warnings', '-1'])).code, 1);
    });

    it('2 when there is nothing to analyse', async () => {
      project = new FakeProject({ 'readme.md': '' });
      assert.deepEqual(await project.run(['check']), {
        code: 2,
        out: '',
        err: `no JavaScript or TypeScript files in ${project.root}`,
      });
    });
  });

  describe('paths', () => {
    it('select by file, folder and glob, from the working directory', async () => {
      shop();
      const shown = async (words: string[], cwd = ''): Promise<string[]> =>
        files((await project.run(['check', '--strict', ...words], { cwd })).out);
      assert.deepEqual(await shown(['src/jobs.ts']), ['src/jobs.ts']);
      assert.deepEqual(await shown(['src']), ['src/jobs.ts', 'src/store.ts']);
      assert.deepEqual(await shown(['.']), ['src/jobs.ts', 'src/store.ts']);
      assert.deepEqual(await shown(['src/s*.ts']), ['src/store.ts']);
      assert.deepEqual(await shown(['store.ts', './jobs.ts'], 'src'), ['jobs.ts', 'store.ts']);
      assert.deepEqual(await shown([join(project.root, 'src/jobs.ts')]), ['src/jobs.ts']);
      assert.deepEqual(await shown(['*.{ts,js}'], 'src'), ['jobs.ts', 'store.ts']);
    });

    it('a name with brackets is a name first', async () => {
      project = new FakeProject({ '[id].js': 'x()', 'd.js': 'x()' }, [
        { file: '[id].js', on: 'x' },
        { file: 'd.js', on: 'x' },
      ]);
      assert.deepEqual(files((await project.run(['check', '[id].js'])).out), ['[id].js']);
      assert.deepEqual(files((await project.run(['check', '[d].js'])).out), ['d.js']);
    });

    it('reach a file through a link', async () => {
      symlinkSync('src', join(shop().root, 'linked'));
      assert.deepEqual(files((await project.run(['check', 'linked/store.ts'])).out), []);
      assert.deepEqual(files((await project.run(['check', '--root', 'src/../src/..', 'src/store.ts'])).out), [
        'src/store.ts',
      ]);
    });

    for (const [word, message] of [
      ['src/none.ts', 'no such file or folder: src/none.ts'],
      ['lib/**/*.ts', 'no such file or folder: lib/**/*.ts'],
      ['', 'no such file or folder: "" (an empty path)'],
    ] as const) {
      it(`refuse "${word}"`, async () => {
        assert.deepEqual(await shop().run(['check', word]), { code: 2, out: '', err: message });
        assert.deepEqual(project.opened, []);
      });
    }

    it('refuse what is outside the project', async () => {
      shop();
      const { code, err } = await project.run(['check', '--root', 'src', '.']);
      assert.equal(code, 2);
      assert.equal(err, `${project.root} is outside the project ${join(project.root, 'src')}`);
    });

    it('say when a named file is not analysed', async () => {
      shop();
      project.write('notes.md', '');
      project.write('big.bin', '');
      project.skipped = [{ file: 'big.bin', why: 'binary' }];
      project.notices.push('tsconfig.json: the base is missing');
      const { code, err } = await project.run(['check', 'notes.md', 'big.bin']);
      assert.equal(code, 0);
      assert.equal(
        err,
        `loopguard: tsconfig.json: the base is missing
loopguard: notes.md is not analysed: it is ignored, or neither JavaScript nor TypeScript
loopguard: big.bin was skipped: binary
`,
      );
    });
  });

  describe('options', () => {
    it('--rule runs only the rules named, whatever their level', async () => {
      const { out } = await shop().run(['check', '--rule', 'no-leak']);
      assert.match(out, /^src\/jobs\.ts\n {2}1:17 {2}warning {2}`drain` blocks the event loop\. {2}no-leak\n/);
      assert.match(out, /\n1 problem \(0 errors, 1 warning\) in 1 file\.\n/);
    });

    it('--rule refuses an unknown rule', async () => {
      const err = '--rule: unknown rule "no-such"; see `loopguard rules`';
      assert.deepEqual(await shop().run(['check', '--rule', 'no-such']), { code: 2, out: '', err });
    });

    it('--root, --cache-dir and --no-cache open the project', async () => {
      shop();
      await project.run(['check', '--root', '..', '--cache-dir', 'c'], { cwd: 'src' });
      await project.run(['check', '--no-cache']);
      assert.deepEqual(project.opened, [
        { root: project.root, cacheDir: join(project.root, 'src/c') },
        { root: project.root, cacheDir: false },
      ]);
      const missing = { code: 2, out: '', err: '--root: no such folder: none' };
      assert.deepEqual(await project.run(['check', '--root', 'none']), missing);
      const file = { code: 2, out: '', err: '--root: not a folder: src/jobs.ts' };
      assert.deepEqual(await project.run(['check', '--root', 'src/jobs.ts']), file);
    });

    it('--output writes the report, without colours', async () => {
      shop();
      const direct = await project.run(['check'], { tty: false });
      const { code, out } = await project.run(['check', '--output', 'reports/loopguard.txt'], { tty: true });
      assert.deepEqual([code, out], [1, '']);
      assert.equal(project.read('reports/loopguard.txt'), direct.out);
      mkdirSync(join(project.root, 'folder'));
      const err = 'cannot write folder: it is a folder';
      assert.deepEqual(await project.run(['check', '--output', 'folder']), { code: 2, out: '', err });
    });

    it('the output does not depend on the working directory', async () => {
      shop();
      for (const format of ['github', 'sarif']) {
        const words = ['check', '--strict', '--format', format];
        assert.deepEqual(await project.run(words, { cwd: 'src' }), await project.run(words));
      }
    });
  });
});
