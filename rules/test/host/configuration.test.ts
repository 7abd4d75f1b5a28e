import assert from 'node:assert/strict';
import { writeTree, removeTemporaryProjects } from './temporary-project.js';
import { configured } from './configured.js';

describe('readConfiguration', () => {
  after(removeTemporaryProjects);

  it('applies `extends`, with paths relative to the file that says them', () => {
    const { resolve, configuration } = configured({
      'config/base.json': { compilerOptions: { baseUrl: '../src', paths: { '~/*': ['./*'] } } },
      'tsconfig.json': { extends: './config/base.json' },
      'src/store/cart.ts': '',
      'src/main.ts': '',
    });
    assert.deepEqual(configuration.notices, []);
    assert.equal(resolve('~/store/cart', 'src/main.ts'), 'src/store/cart.ts');
    assert.equal(resolve('store/cart', 'src/main.ts'), 'src/store/cart.ts');
  });

  it('tells of a missing base and goes on with the rest', () => {
    const { resolve, configuration } = configured({
      'tsconfig.json': { extends: '../gone/tsconfig.json', compilerOptions: { paths: { '@/*': ['./src/*'] } } },
      'src/a.ts': '',
    });
    assert.equal(configuration.notices.length, 1);
    assert.match(configuration.notices[0] ?? '', /^tsconfig\.json: .*gone/u);
    assert.equal(resolve('@/a', 'src/a.ts'), 'src/a.ts');
  });

  it('survives configuration files that are not JSON', () => {
    const { files, configuration, manifest } = configured({
      'tsconfig.json': '{ "compilerOptions": {,',
      'package.json': '[1',
      'a.ts': '',
    });
    assert.deepEqual(files, ['a.ts']);
    assert.deepEqual(manifest, {
      bins: [],
      entries: [],
      scripts: [],
      dependencies: [],
      majors: new Map(),
      packages: [],
      modules: [],
    });
    assert.ok(configuration.notices.some(notice => notice.startsWith('package.json: ')));
    assert.ok(configuration.notices.some(notice => notice.startsWith('tsconfig.json: ')));
  });

  it('follows references to the configuration that covers a file', () => {
    const { resolve } = configured({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './tsconfig.node.json' }] },
      'tsconfig.app.json': {
        include: ['src'],
        compilerOptions: { paths: { '#ui/*': ['./src/ui/*'], conf: ['./src/conf.ts'] } },
      },
      'tsconfig.node.json': { include: ['*.config.ts'], compilerOptions: { paths: { conf: ['./conf.ts'] } } },
      'src/ui/button.tsx': '',
      'src/conf.ts': '',
      'src/main.ts': '',
      'conf.ts': '',
      'vite.config.ts': '',
    });
    assert.equal(resolve('#ui/button', 'src/main.ts'), 'src/ui/button.tsx');
    assert.equal(resolve('conf', 'src/main.ts'), 'src/conf.ts');
    assert.equal(resolve('conf', 'vite.config.ts'), 'conf.ts');
  });

  it('uses the nearest configuration of each file', () => {
    const { resolve } = configured({
      'tsconfig.json': { compilerOptions: { paths: { db: ['./db.ts'] } } },
      'api/jsconfig.json': { compilerOptions: { paths: { db: ['./lib/db.js'] } } },
      'db.ts': '',
      'main.ts': '',
      'api/lib/db.js': '',
      'api/deep/main.js': '',
    });
    assert.equal(resolve('db', 'main.ts'), 'db.ts');
    assert.equal(resolve('db', 'api/deep/main.js'), 'api/lib/db.js');
  });

  it('leaves out what the compiler writes, but not sources compiled in place', () => {
    const inPlace = configured({ 'tsconfig.json': { compilerOptions: { outDir: '.' } }, 'a.ts': '' });
    assert.deepEqual(inPlace.files, ['a.ts']);
    const apart = configured({
      'tsconfig.json': { compilerOptions: { outDir: 'compiled/js', rootDir: 'src' } },
      'src/a.ts': '',
      'compiled/js/a.js': '',
      'compiled/notes.ts': '',
    });
    assert.deepEqual(apart.files, ['compiled/notes.ts', 'src/a.ts']);
  });

  it('collects packages, dependencies of any kind, bins as sources, and files of scripts', () => {
    const { manifest } = configured({
      'package.json': {
        name: 'shop',
        bin: { shop: './bin/shop', seed: 'scripts/seed.js', gone: 'dist/gone.js', pack: './out/pack.cjs' },
        scripts: { seed: 'NODE_ENV=test node scripts/seed --force', lint: 'eslint .' },
        dependencies: { express: '5' },
        devDependencies: { mocha: '12' },
      },
      'bin/shop.js': '',
      'scripts/seed.js': '',
      'src/pack.ts': '',
      'tools/package.json': {
        bin: 'lib/cli/index.js',
        peerDependencies: { koa: '*' },
        optionalDependencies: { ws: '*' },
      },
      'tools/tsconfig.json': { compilerOptions: { outDir: 'lib', rootDir: 'ts' } },
      'tools/ts/cli/index.ts': '',
      'plain/package.json': { main: './dist/main.js', bin: 'dist/esm/run.mjs', dependencies: { express: '4' } },
      'plain/src/run.ts': '',
      'plain/src/main.ts': '',
    });
    assert.deepEqual(manifest, {
      bins: ['bin/shop.js', 'plain/src/run.ts', 'scripts/seed.js', 'src/pack.ts', 'tools/ts/cli/index.ts'],
      dependencies: ['express', 'koa', 'mocha', 'ws'],
      entries: ['plain/src/main.ts'],
      majors: new Map([
        ['express', 4],
        ['mocha', 12],
      ]),
      packages: ['', 'plain', 'tools'],
      modules: [],
      scripts: ['scripts/seed.js'],
    });
  });

  it('knows whether the disk would answer differently now', () => {
    const { root, configuration } = configured({
      'config/base.json': {},
      'tsconfig.json': { extends: ['./config/base.json', './config/later.json'] },
      'package.json': { name: 'shop' },
      'a.ts': '',
    });
    assert.equal(configuration.changed(), false);
    writeTree(root, { 'a.ts': 'export {};' });
    assert.equal(configuration.changed(), false);
    writeTree(root, { 'config/later.json': {} });
    assert.equal(configuration.changed(), true);
  });
});
