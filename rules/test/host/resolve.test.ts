import assert from 'node:assert/strict';
import { removeTemporaryProjects } from './temporary-project.js';
import { configured } from './configured.js';

describe('createResolver', () => {
  after(removeTemporaryProjects);

  it('follows the order of candidates of relative specifiers', () => {
    const { resolve } = configured({
      'a.ts': '',
      'a.tsx': '',
      'a.js': '',
      'b.tsx': '',
      'c.js': '',
      'c.d.ts': '',
      'd.d.ts': '',
      'e.mts': '',
      'e.mjs': '',
      'f.cjs': '',
      'g/index.js': '',
      'h.ts': '',
      'h/index.ts': '',
      'i/package.json': { main: './main' },
      'i/main.js': '',
      'i/index.js': '',
      'j.test.ts': '',
      'k.js.ts': '',
      'sub/from.ts': '',
    });
    const expected: Record<string, string | undefined> = {
      './a': 'a.ts',
      './a.js': 'a.ts',
      './a.ts': 'a.ts',
      './a.jsx': 'a.tsx',
      './b.js': 'b.tsx',
      './b': 'b.tsx',
      './c': 'c.js',
      './c.js': 'c.js',
      './d': 'd.d.ts',
      './e.mjs': 'e.mts',
      './f.cjs': 'f.cjs',
      './f': 'f.cjs',
      './g': 'g/index.js',
      './g/': 'g/index.js',
      './g/index': 'g/index.js',
      './h': 'h.ts',
      './h/': 'h/index.ts',
      './i': 'i/main.js',
      './j.test': 'j.test.ts',
      './k.js': 'k.js.ts',
      './gone': undefined,
      './a.css': undefined,
      '../a': undefined,
      './x/../a': 'a.ts',
      '.': undefined,
    };
    for (const [specifier, file] of Object.entries(expected))
      assert.equal(resolve(specifier, 'from.ts'), file, specifier);
    assert.equal(resolve('../a', 'sub/from.ts'), 'a.ts');
    assert.equal(resolve('..', 'sub/from.ts'), undefined);
    assert.equal(resolve('../../a', 'sub/from.ts'), undefined);
  });

  it('never leaves the project', () => {
    const { resolve } = configured({
      'package.json': { name: 'shop', dependencies: { express: '5' } },
      'node_modules/express/index.js': '',
      'express.ts': '',
      'fs.ts': '',
      'a.ts': '',
    });
    for (const specifier of [
      'express',
      'fs',
      'node:fs',
      'node:test',
      '/a.ts',
      '',
      'https://example.com/a.js',
      'data:text/javascript,0',
      './node_modules/express/index.js',
      '@',
      '@/',
      '#',
    ]) {
      assert.equal(resolve(specifier, 'a.ts'), undefined, specifier);
    }
  });

  it('leads to the sources of workspace packages, whatever their manifests name', () => {
    const { resolve } = configured({
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'app.ts': '',
      'packages/exports/package.json': {
        name: '@shop/exports',
        exports: {
          '.': { types: './dist/index.d.ts', import: './dist/index.mjs', require: './dist/index.cjs' },
          './deep/*': './dist/deep/*.js',
          './hidden': null,
          './only-require': { require: './dist/only.cjs' },
        },
      },
      'packages/exports/src/index.ts': '',
      'packages/exports/src/deep/one.ts': '',
      'packages/exports/src/only.cts': '',
      'packages/source/package.json': {
        name: 'source',
        exports: { '.': { source: './code/main.ts', default: './dist/main.js' } },
      },
      'packages/source/code/main.ts': '',
      'packages/source/src/main.ts': '',
      'packages/main/package.json': { name: 'main', main: 'lib/entry.js' },
      'packages/main/src/entry.ts': '',
      'packages/main/util.js': '',
      'packages/bare/package.json': { name: 'bare' },
      'packages/bare/src/index.tsx': '',
      'packages/bundled/package.json': { name: 'bundled', exports: './dist/bundle.js' },
      'packages/bundled/src/index.ts': '',
      'packages/plain/package.json': { name: 'plain', main: './lib' },
      'packages/plain/lib/index.js': '',
      'packages/plain/lib/index.d.ts': '',
    });
    const expected: Record<string, string | undefined> = {
      '@shop/exports': 'packages/exports/src/index.ts',
      '@shop/exports/deep/one': 'packages/exports/src/deep/one.ts',
      '@shop/exports/only-require': 'packages/exports/src/only.cts',
      source: 'packages/source/code/main.ts',
      main: 'packages/main/src/entry.ts',
      'main/util': 'packages/main/util.js',
      bare: 'packages/bare/src/index.tsx',
      bundled: 'packages/bundled/src/index.ts',
      plain: 'packages/plain/lib/index.js',
      '@shop/other': undefined,
    };
    for (const [specifier, file] of Object.entries(expected))
      assert.equal(resolve(specifier, 'app.ts'), file, specifier);
    assert.equal(resolve('../../plain', 'packages/main/src/entry.ts'), 'packages/plain/lib/index.js');
  });

  it('leads to packages linked by path, to the own package, and through `imports`', () => {
    const { resolve } = configured({
      'package.json': {
        name: 'shop',
        exports: { './*': './build/*.js' },
        imports: { '#db': { node: './build/db/node.js', default: './build/db/web.js' }, '#lib/*': './src/lib/*.js' },
        dependencies: { 'local-log': 'file:./tools/log', unlinked: '^1.0.0' },
      },
      'tsconfig.json': { compilerOptions: { outDir: 'build', rootDir: 'src' } },
      'tools/log/package.json': { name: 'log' },
      'tools/log/index.js': '',
      'tools/unlinked/package.json': { name: 'unlinked' },
      'tools/unlinked/index.js': '',
      'src/db/node.ts': '',
      'src/db/web.ts': '',
      'src/lib/one.ts': '',
      'src/cart.ts': '',
    });
    assert.equal(resolve('local-log', 'src/cart.ts'), 'tools/log/index.js');
    assert.equal(resolve('unlinked', 'src/cart.ts'), undefined);
    assert.equal(resolve('shop/cart', 'src/db/node.ts'), 'src/cart.ts');
    assert.equal(resolve('#lib/one', 'src/cart.ts'), 'src/lib/one.ts');
    assert.equal(resolve('#gone', 'src/cart.ts'), undefined);
    assert.ok(resolve('#db', 'src/cart.ts')?.startsWith('src/db/'));
  });

  it('obeys `paths` in their order, `rootDirs` and `moduleSuffixes`', () => {
    const { resolve } = configured({
      'tsconfig.json': {
        compilerOptions: {
          paths: { '@app/*': ['./first/*', './second/*'], exact: ['./first/one.ts'], '*': ['./types/*'] },
          rootDirs: ['views', 'generated'],
          moduleSuffixes: ['.node', ''],
        },
      },
      'first/one.ts': '',
      'second/one.ts': '',
      'second/two.ts': '',
      'types/ambient.d.ts': '',
      'views/page.ts': '',
      'generated/strings.ts': '',
      'views/io.ts': '',
      'views/io.node.ts': '',
    });
    assert.equal(resolve('@app/one', 'views/page.ts'), 'first/one.ts');
    assert.equal(resolve('@app/two', 'views/page.ts'), 'second/two.ts');
    assert.equal(resolve('exact', 'views/page.ts'), 'first/one.ts');
    assert.equal(resolve('ambient', 'views/page.ts'), 'types/ambient.d.ts');
    assert.equal(resolve('left-pad', 'views/page.ts'), undefined);
    assert.equal(resolve('./strings', 'views/page.ts'), 'generated/strings.ts');
    assert.equal(resolve('./io', 'views/page.ts'), 'views/io.node.ts');
  });
});
