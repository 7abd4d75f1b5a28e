import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ts } from 'ts-morph';
import { afterCascade, cascadeOf, type Files } from './cascade-case.js';
import { applied } from './cases-applied.js';
import { refused } from './cases-refused.js';

describe('a cascade', () => {
  for (const { name, files, after } of applied) {
    it(`goes ${name}, and the program says the same`, () => {
      const changed = afterCascade(files);
      assert.deepEqual(changed, { ...files, ...after });
      const said = outputOf(files);
      assert.match(said, /^200 /);
      assert.equal(outputOf(changed), said);
    });
  }

  const HANDLERS = `import { readFileSync } from 'node:fs';
import express from 'express';
const app = express();
const load = path => readFileSync(path, 'utf8');
app.get('/menu', (request, response) => {
  const menu = load('menu');
  // As it is.
  response.send(menu);
});
app.get('/tea', (request, response) => response.send(load('tea')));
app.get('/mug', (request, response, done) => { response.send(load('mug')); });
app.get('/pot', (request, response) => {
  try {
    response.send(load('pot'));
  } catch {
    response.sendStatus(404);
  }
});
`;

  it('hands rejections on where the framework does not', () => {
    const changed = afterCascade({
      'package.json': '{ "dependencies": { "express": "^4.18.0" } }',
      'server.js': HANDLERS,
    });
    assert.equal(
      changed['server.js'],
      `import { readFile } from 'node:fs/promises';
import express from 'express';
const app = express();
const load = async path => await readFile(path, 'utf8');
app.get('/menu', async (request, response, next) => {
  try {
    const menu = await load('menu');
    // As it is.
    response.send(menu);
  } catch (error) {
    next(error);
  }
});
app.get('/tea', async (request, response, next) => { try { response.send(await load('tea')); } catch (error) { next(error); } });
app.get('/mug', async (request, response, done) => { try { response.send(await load('mug')); } catch (error) { done(error); } });
app.get('/pot', async (request, response) => {
  try {
    response.send(await load('pot'));
  } catch {
    response.sendStatus(404);
  }
});
`,
    );
  });

  it('leaves that to a framework that does', () => {
    const changed = afterCascade({
      'package.json': '{ "dependencies": { "express": "^5.0.0" } }',
      'server.js': HANDLERS,
    });
    assert.match(changed['server.js'] ?? '', /async \(request, response\) => response\.send\(await load\('tea'\)\)/);
  });

  it('tells what it changes, by file and position', () => {
    const plan = cascadeOf(applied[0]!.files);
    assert.ok('title' in plan);
    assert.equal(plan.title, 'Make `load` async (3 functions in 3 files)');
    assert.deepEqual(
      plan.functions.map(({ name, file }) => [file, name]),
      [
        ['load.mjs', 'load'],
        ['main.mjs', 'server'],
        ['page.mjs', 'page'],
      ],
    );
    assert.deepEqual(
      plan.awaits.map(({ file }) => file),
      ['load.mjs', 'main.mjs', 'page.mjs'],
    );
  });
});

describe('a cascade is refused', () => {
  for (const { name, files, why, at } of refused) {
    it(`at ${name}`, () => {
      const cascade = cascadeOf(files);
      assert.ok('refused' in cascade, 'a plan was made');
      assert.match(cascade.refused, why);
      const text = files[cascade.file] ?? '';
      const start = text.lastIndexOf('\n', cascade.span[0]) + 1;
      const line = text.slice(start, text.indexOf('\n', cascade.span[0]));
      assert.ok(line.includes(at), `${line} | ${cascade.refused}`);
    });
  }
});

/** What a program prints; TypeScript loses its types first. */
function outputOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'loopguard-cascade-'));
  try {
    writeFileSync(join(folder, 'menu.txt'), 'tea\n');
    let main = '';
    for (const [path, text] of Object.entries(files)) {
      const isTypeScript = path.endsWith('.ts');
      const written = path.replace(/\.ts$/, '.js');
      if (path.startsWith('main.')) main = written;
      if (isTypeScript) writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(folder, written), isTypeScript ? javascript(text) : text);
    }
    return execFileSync(process.execPath, [main], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function javascript(text: string): string {
  return ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 } })
    .outputText;
}
