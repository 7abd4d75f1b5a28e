import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { walkProject } from '#dist/host/walk.js';
import { removeTemporaryProjects, temporaryProject } from './temporary-project.js';

/** A pipe that nobody writes to: whoever reads it waits for ever. */
function makePipe(path: string): void {
  const command = 'mkfifo';
  execFileSync(command, [path]);
}

describe('walkProject', () => {
  after(removeTemporaryProjects);

  it('lists sources of every kind, sorted by code unit', () => {
    const names = [
      'b.ts',
      'B.ts',
      'a.tsx',
      'c.mts',
      'd.cts',
      'e.js',
      'f.jsx',
      'g.mjs',
      'h.cjs',
      'i.d.ts',
      'é.js',
      'a/z.ts',
      'a-b.ts',
    ];
    const others = ['x.json', 'y.min.js', 'z.css', '.pnp.cjs', 'k.txt', '.ts'];
    const root = temporaryProject(Object.fromEntries([...names, ...others].map(name => [name, ''])));
    assert.deepEqual(walkProject(root).sources, [...names].sort());
  });

  it('leaves out what is not first-party, and only where it is not', () => {
    const root = temporaryProject({
      'package.json': {},
      'node_modules/x/index.js': '',
      'dist/a.js': '',
      'vendor/jquery.js': '',
      '.next/server.js': '',
      '.storybook/main.ts': '',
      'src/build/plan.ts': '',
      'src/routes/vendor/list.ts': '',
      'packages/p/package.json': {},
      'packages/p/build/a.js': '',
      'packages/p/src/node_modules/y.js': '',
    });
    assert.deepEqual(walkProject(root).sources, [
      '.storybook/main.ts',
      'src/build/plan.ts',
      'src/routes/vendor/list.ts',
    ]);
    assert.deepEqual(walkProject(root).manifests, ['package.json', 'packages/p/package.json']);
  });

  it('obeys .gitignore files, those above the project included', () => {
    const root = temporaryProject({
      '.gitignore': '*.gen.ts\n/app/tmp/\nlocal\n',
      'app/.gitignore': 'cache/*\n!cache/keep.ts\n!wanted.gen.ts\n/only-here.ts\n',
      'app/a.ts': '',
      'app/b.gen.ts': '',
      'app/wanted.gen.ts': '',
      'app/tmp/c.ts': '',
      'app/src/tmp/d.ts': '',
      'app/cache/e.ts': '',
      'app/cache/keep.ts': '',
      'app/only-here.ts': '',
      'app/src/only-here.ts': '',
      'app/src/local/f.ts': '',
    });
    const expected = ['a.ts', 'cache/keep.ts', 'src/only-here.ts', 'src/tmp/d.ts', 'wanted.gen.ts'];
    assert.deepEqual(walkProject(join(root, 'app')).sources, expected);
    assert.deepEqual(
      walkProject(root).sources,
      expected.map(path => `app/${path}`),
    );
  });

  it('analyses an ignored folder when it is the project itself', () => {
    const root = temporaryProject({ '.gitignore': 'checkouts/\n*.ts\n', 'checkouts/one/a.ts': '' });
    assert.deepEqual(walkProject(join(root, 'checkouts/one')).sources, ['a.ts']);
  });

  it('survives loops of links and lists nothing twice', () => {
    const outside = temporaryProject({ 'shared/s.ts': '', 'one.ts': '' });
    const root = temporaryProject({ 'src/a.ts': '', 'src/deep/b.ts': '' });
    symlinkSync(root, join(root, 'src/up'));
    symlinkSync('.', join(root, 'src/self'));
    symlinkSync(join(root, 'src/deep'), join(root, 'again'));
    symlinkSync(join(root, 'src/a.ts'), join(root, 'a-again.ts'));
    symlinkSync(join(outside, 'shared'), join(root, 'shared'));
    symlinkSync(join(outside, 'shared'), join(root, 'shared-again'));
    symlinkSync(join(outside, 'one.ts'), join(root, 'one.ts'));
    symlinkSync(join(root, 'src'), join(outside, 'shared/back'));
    symlinkSync(join(outside, 'shared'), join(outside, 'shared/loop'));
    assert.deepEqual(walkProject(root).sources, ['one.ts', 'shared/s.ts', 'src/a.ts', 'src/deep/b.ts']);
  });

  it('tells of links that lead nowhere, and lists only regular files', () => {
    const root = temporaryProject({ 'a.ts': '' });
    symlinkSync(join(root, 'gone.ts'), join(root, 'link.ts'));
    mkdirSync(join(root, 'folder.ts'));
    if (process.platform !== 'win32') makePipe(join(root, 'pipe.ts'));
    const { sources, notices } = walkProject(root);
    assert.deepEqual(sources, ['a.ts']);
    assert.deepEqual(notices, ['cannot follow the link link.ts']);
  });

  it('tells of a folder that cannot be read', () => {
    const root = temporaryProject({});
    assert.deepEqual(walkProject(join(root, 'gone')).notices, ['cannot read the folder .']);
  });
});
