import assert from 'node:assert/strict';
import { join } from 'node:path';
import { discoverProject } from '#dist/host/discover.js';
import { removeTemporaryProjects, temporaryProject } from './temporary-project.js';

describe('discoverProject', () => {
  after(removeTemporaryProjects);

  const found = (root: string, start: string): string => {
    const project = discoverProject(join(root, start));
    return `${project.kind} ${project.root === root ? '.' : project.root.slice(root.length + 1)}`;
  };

  it('takes the workspace root whose patterns cover the package', () => {
    const root = temporaryProject({
      'package.json': { name: 'shop', workspaces: ['packages/*', '!packages/old'] },
      'packages/cart/package.json': { name: '@shop/cart' },
      'packages/cart/src/cart.ts': '',
      'packages/old/package.json': { name: 'old' },
      'examples/tiny/package.json': { name: 'tiny' },
      'tools/seed.js': '',
    });
    assert.equal(found(root, 'packages/cart/src/cart.ts'), 'workspace .');
    assert.equal(found(root, 'tools/seed.js'), 'workspace .');
    assert.equal(found(root, 'packages/old'), 'package packages/old');
    assert.equal(found(root, 'examples/tiny'), 'package examples/tiny');
  });

  it('reads the workspaces of pnpm, in both notations, and of Lerna', () => {
    const block = 'packages:\n  # all of them\n  - "apps/*" # deployed\n  - libs/**\n\ncatalog:\n  - nothing/*\n';
    for (const yaml of [block, "packages: ['apps/*', libs/**]\n"]) {
      const root = temporaryProject({
        'pnpm-workspace.yaml': yaml,
        'apps/api/package.json': { name: 'api' },
        'libs/a/b/package.json': { name: 'b' },
        'nothing/c/package.json': { name: 'c' },
      });
      assert.equal(found(root, 'apps/api'), 'workspace .');
      assert.equal(found(root, 'libs/a/b'), 'workspace .');
      assert.equal(found(root, 'nothing/c'), 'package nothing/c');
    }
    const lerna = temporaryProject({
      'lerna.json': { packages: ['modules/*'] },
      'modules/m/package.json': { name: 'm' },
    });
    assert.equal(found(lerna, 'modules/m'), 'workspace .');
  });

  it('takes the nearest package, not a package.json that only says "type"', () => {
    const root = temporaryProject({
      'package.json': { name: 'shop' },
      'src/esm/package.json': { type: 'module' },
      'src/tsconfig.json': {},
      'src/esm/a.js': '',
    });
    assert.equal(found(root, 'src/esm/a.js'), 'package .');
  });

  it('takes a compiler configuration when there is no package, else the folder itself', () => {
    const root = temporaryProject({ 'app/jsconfig.json': {}, 'app/src/a.js': '', 'plain/deep/b.js': '' });
    assert.equal(found(root, 'app/src/a.js'), 'config app');
    assert.equal(found(root, 'plain/deep/b.js'), 'folder plain/deep');
    assert.equal(found(root, 'plain/deep/not-yet/c.js'), 'folder plain/deep');
  });

  it('does not look above the root of the repository', () => {
    const root = temporaryProject({ 'package.json': { name: 'outer' }, 'inner/.git/HEAD': '', 'inner/src/a.js': '' });
    assert.equal(found(root, 'inner/src/a.js'), 'folder inner/src');
  });
});
