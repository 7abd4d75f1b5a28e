import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseDiff } from '#dist/cli/since.js';
import { FakeProject } from './fake-project.js';
import { ROUTES, shopProject, STORE } from './shop-project.js';

describe('cli/since', () => {
  let project: FakeProject | undefined;
  afterEach(() => project?.delete());

  function git(root: string, ...args: string[]): void {
    const identity = ['-c', 'user.name=May', '-c', 'user.email=may@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'pipe' });
  }

  function committed(fake: FakeProject): FakeProject {
    project = fake;
    git(fake.root, 'init', '--quiet', '--initial-branch=main');
    git(fake.root, 'add', '.');
    git(fake.root, 'commit', '--quiet', '--message=First');
    git(fake.root, 'tag', 'v1');
    return fake;
  }

  async function shown(fake: FakeProject, cwd = '', ref = 'v1'): Promise<string[]> {
    const { out, err } = await fake.run(['check', '--since', ref, '--format', 'json'], { cwd });
    assert.equal(err.replace(/loopguard: .* review.*\n/, ''), '');
    const { findings } = JSON.parse(out) as { findings: { message: string }[] };
    return findings.map(({ message }) => /`fs\.(\w+)`/.exec(message)?.[1] ?? message);
  }

  it('shows nothing when nothing changed', async () => {
    assert.deepEqual(await shown(committed(shopProject())), []);
  });

  it('shows findings on changed lines, and those whose route passes one', async () => {
    const shop = committed(shopProject());
    shop.write('src/store.ts', STORE.replace('id, stat', 'id'));
    assert.deepEqual(await shown(shop), []);
    shop.write('src/routes.ts', ROUTES.replace('req.query.id', 'req.query.tea'));
    assert.deepEqual(await shown(shop), ['statSync']);
    shop.write('src/store.ts', STORE.replace('const stat', 'let stat'));
    assert.deepEqual(await shown(shop), ['statSync', 'readFileSync']);
    assert.deepEqual(await shown(shop, 'src'), ['statSync', 'readFileSync']);
  });

  it('counts commits since as well as the working tree', async () => {
    const shop = committed(shopProject());
    shop.write('src/routes.ts', ROUTES.replace('req.query.id', 'req.query.tea'));
    git(shop.root, 'commit', '--quiet', '--all', '--message=Second');
    assert.deepEqual(await shown(shop), ['statSync']);
    assert.deepEqual(await shown(shop, '', 'HEAD'), []);
  });

  it('shows all of an untracked file, nothing of a renamed one', async () => {
    const shop = committed(shopProject());
    renameSync(join(shop.root, 'src/store.ts'), join(shop.root, 'src/depot.ts'));
    git(shop.root, 'add', '.');
    assert.deepEqual(await shown(shop), []);
    git(shop.root, 'reset', '--quiet');
    shop.write('src/store.ts', STORE);
    assert.deepEqual(await shown(shop), []);
    git(shop.root, 'rm', '--quiet', '--cached', 'src/store.ts');
    assert.deepEqual(await shown(shop), ['statSync', 'readFileSync']);
  });

  it('works in a folder of the repository, with unusual names and settings', async () => {
    const name = 'tea "ü"\t1.js';
    const findings = [{ file: name, on: 'x', message: '`fs.x` blocks.' }];
    const whole = committed(new FakeProject({ [`app/${name}`]: 'a();\nx();\n', 'other.js': '' }, findings));
    git(whole.root, 'config', 'diff.noprefix', 'true');
    git(whole.root, 'config', 'diff.interHunkContext', '9');
    git(whole.root, 'config', 'color.ui', 'always');
    const words = ['check', '--root', 'app', '--since', 'v1'];
    whole.write(`app/${name}`, 'b();\nx();\n');
    assert.equal((await whole.run(words)).code, 0);
    whole.write(`app/${name}`, 'b();\nx(1);\n');
    assert.equal((await whole.run(words)).code, 1);
  });

  it('reads a diff whose lines look like headers', () => {
    const diff = `diff --git a/a.js b/a.js
--- a/a.js
+++ b/a.js
@@ -1,2 +1,3 @@ function () {
--- a/x
-@@ -1 +1 @@
+++ b/x
+@@ -9 +9 @@
+c
@@ -9 +10,0 @@
-gone
@@ -20,0 +20 @@
+new
\\ No newline at end of file
diff --git a/gone.js b/gone.js
--- a/gone.js
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git a/t f.js b/t f.js
--- a/t f.js\t
+++ b/t f.js\t
@@ -1 +1 @@
-x
+y
`;
    assert.deepEqual(
      [...parseDiff(diff)],
      [
        [
          'a.js',
          [
            [1, 3],
            [20, 20],
          ],
        ],
        ['t f.js', [[1, 1]]],
      ],
    );
  });

  for (const ref of ['nowhere', '-x', 'v1:src', 'a b']) {
    it(`refuses ${ref}`, async () => {
      const { code, out, err } = await committed(shopProject()).run(['check', `--since=${ref}`]);
      assert.deepEqual([code, out, err], [2, '', `--since: no such commit, branch or tag: ${ref}`]);
    });
  }

  it('refuses a folder that is in no repository', async () => {
    project = shopProject();
    const { code, err } = await project.run(['check', '--since', 'main']);
    assert.equal(code, 2);
    assert.match(err, /^--since: \S+: git says: not a git repository \(or any [^\n]+$/);
  });
});
