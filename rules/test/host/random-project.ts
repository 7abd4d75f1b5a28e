import type { RandomSource } from './random-source.js';

/** Places of sources, among them some that are left out by name, by `.gitignore` or as build output. */
export const SOURCE_PATHS = [
  'server.ts',
  'src/app.ts',
  'src/cart.ts',
  'src/cart.js',
  'src/cart/index.ts',
  'src/cart/price.tsx',
  'src/store.ts',
  'src/store.d.ts',
  'src/store.js',
  'src/routes/orders.ts',
  'src/routes/users.js',
  'src/jobs/nightly.mts',
  'src/build/plan.ts',
  'lib/log.cjs',
  'lib/io.mjs',
  'bin/shop.js',
  'packages/db/src/index.ts',
  'packages/db/src/deep/query.ts',
  'packages/db/dist/index.js',
  'packages/mail/index.js',
  'packages/mail/send.js',
  'dist/app.js',
  'compiled/app.js',
  'ignored/old.ts',
  '.hidden/secret.ts',
  'test/cart.test.ts',
];

const SPECIFIERS = [
  './app',
  './cart',
  './cart.js',
  './cart/price',
  './store',
  './store.js',
  '../store',
  '../cart',
  './routes/orders',
  './routes/users.js',
  './jobs/nightly.mjs',
  './src/app',
  './lib/log.cjs',
  '../lib/io.mjs',
  '@/store',
  '@/cart',
  '@/routes/orders',
  'store',
  '@shop/db',
  '@shop/db/deep/query',
  '@shop/mail',
  '@shop/mail/send.js',
  'shop/cart',
  '#store',
  '#lib/io',
  './index',
  '.',
  '..',
  './gone',
];

const NAMES = ['load', 'save', 'price'];

/** A small file of the kind a server is made of: imports, helpers, handlers, sometimes broken. */
export function randomSource(random: RandomSource): string {
  const lines: string[] = [];
  if (random.once(8)) lines.push("'use client';");
  for (let count = 1 + random.below(4); count > 0; count--) lines.push(randomImport(random));
  lines.push(
    "import express from 'express';",
    "import { readFileSync, existsSync } from 'node:fs';",
    'const app = express();',
  );
  for (let count = 2 + random.below(4); count > 0; count--) lines.push(randomStatement(random));
  if (random.once(15)) lines.push('export function broken( {');
  return `${random.once(20) ? '\uFEFF' : ''}${lines.join(random.once(10) ? '\r\n' : '\n')}\n`;
}

function randomImport(random: RandomSource): string {
  const specifier = random.pick(SPECIFIERS);
  const name = random.pick(NAMES);
  return random.pick([
    `import { ${name} } from '${specifier}';`,
    `import * as all from '${specifier}';`,
    `import main, { ${name} as other } from '${specifier}';`,
    `const { ${name} } = require('${specifier}');`,
    `export { ${name} } from '${specifier}';`,
    `export * from '${specifier}';`,
    `import type { Store } from '${specifier}';`,
  ]);
}

function randomStatement(random: RandomSource): string {
  const name = random.pick(NAMES);
  const callee = random.pick([...NAMES, 'all.load', 'other', 'store.open', 'this.store.save']);
  const event = random.pick(['/orders', '/users']);
  return random.pick([
    `export function ${name}(file) { return readFileSync(file, 'utf8'); }`,
    `const ${name}Now = file => ${callee}(readFileSync(file));\napp.use((req, res) => { ${name}Now(req.path); ${callee}(req.url); });`,
    `export const ${name} = async (file) => { await ${callee}(file); return existsSync(file); };`,
    `export default function ${name}Main(file) { return ${callee}(file); }`,
    `app.get('${event}', (req, res) => { res.json(${callee}(req.params.id)); });`,
    `app.post('${event}', ${callee});`,
    `setInterval(() => ${callee}(), 1000);`,
    `export class Store { constructor(private store: Store) {} ${name}(id: string) { return ${callee}(id); } open() { return readFileSync('x'); } }`,
    `export interface Store { ${name}(id: string): string }`,
    `module.exports = { ${name}: (id) => ${callee}(id) };`,
    `/** @blocking io */\nexport function ${name}(id) { return id; }`,
    `// eslint-disable-next-line loopguard/no-sync-io-in-handler\nprocess.on('SIGHUP', () => { ${callee}(); readFileSync('config'); });`,
    `[1, 2].map(${callee}).forEach(id => ${name}(id));`,
  ]);
}

/** Files that configure a project, and what they may hold; undefined: the file is not there. */
export const CONFIGURATIONS: Readonly<Record<string, readonly (string | object | undefined)[]>> = {
  'tsconfig.json': [
    undefined,
    {},
    '{ "compilerOptions": {,',
    { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
    { compilerOptions: { baseUrl: 'src', outDir: 'compiled' } },
    { compilerOptions: { paths: { '@/*': ['./lib/*', './src/routes/*'] }, outDir: 'compiled', rootDir: 'src' } },
    { extends: './config/base.json', compilerOptions: { moduleSuffixes: ['.d', ''] } },
    { files: [], references: [{ path: './src' }, { path: './packages/db' }] },
  ],
  'config/base.json': [
    undefined,
    { compilerOptions: { baseUrl: '../src' } },
    { compilerOptions: { paths: { '@/*': ['../src/cart/*'] } } },
  ],
  'src/tsconfig.json': [
    undefined,
    undefined,
    { extends: '../config/base.json' },
    { compilerOptions: { paths: { store: ['./cart.ts'] } } },
  ],
  'package.json': [
    { name: 'shop', scripts: { start: 'node server', nightly: 'tsx src/jobs/nightly.mts' } },
    { name: 'shop', dependencies: { express: '5' }, workspaces: ['packages/*'] },
    { name: 'shop', dependencies: { express: '5', koa: '2' }, bin: 'bin/shop.js', exports: { './*': './src/*.js' } },
    {
      name: 'shop',
      bin: { shop: 'dist/app.js' },
      imports: { '#store': './src/store.js', '#lib/*': './lib/*.mjs' },
      loopguard: { ignore: ['lib'] },
    },
    { name: 'shop', workspaces: ['packages/db'], dependencies: { '@shop/mail': 'file:packages/mail', express: '4' } },
    'not json',
    undefined,
  ],
  'packages/db/package.json': [
    undefined,
    { name: '@shop/db', main: 'dist/index.js' },
    { name: '@shop/db', exports: { '.': './dist/index.js', './*': './dist/*.js' }, bin: { db: './dist/index.js' } },
    { name: 'renamed' },
  ],
  'packages/mail/package.json': [
    undefined,
    { name: '@shop/mail', dependencies: { nodemailer: '6' } },
    { name: '@shop/mail', main: './send' },
  ],
  '.gitignore': [undefined, 'ignored/\n', 'ignored/*\n!ignored/old.ts\n*.cjs\n', 'src/jobs\n'],
  'src/.gitignore': [undefined, undefined, 'routes/\n', '!*.cjs\n/cart.js\n'],
  'loopguard.config.json': [
    undefined,
    undefined,
    { blocking: ['./src/store.ts.load'], contexts: { 'src/jobs/**': 'worker' } },
    { nonblocking: ['node:fs.existsSync'], runs: { 'lib.each': 'deferred' } },
    { ignore: ['src/routes/**', 'test'] },
    { ignored: [] },
  ],
};
