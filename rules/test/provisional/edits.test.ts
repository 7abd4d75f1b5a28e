import assert from 'node:assert/strict';
import { EditedProject } from './edited-project.js';

/** A small server: routes, a service with a class, a store that blocks, a helper that takes callbacks. */
const PROJECT: readonly (readonly [string, string])[] = [
  ['package.json', '{ "name": "shop", "dependencies": { "express": "5" } }'],
  [
    'server.ts',
    `import express from 'express';
import { list } from './service.js';
import { Shelf } from './shelf.js';
import { each } from './each.js';
const app = express();
const shelf = new Shelf();
app.get('/list', (req, res) => {
  res.json(list(req.params.id));
});
app.get('/shelf', (req, res) => res.json(shelf.open(req.params.id)));
app.post('/each', (req, res) => {
  each([1, 2], id => res.write(String(id)));
});
app.listen(3000);
`,
  ],
  [
    'service.ts',
    `import { read } from './store.js';
export function list(id: string): string[] {
  return [id].map(one => describe(one));
}
function describe(id: string): string {
  return id.trim();
}
export const nightly = (): string => read('nightly');
`,
  ],
  [
    'store.ts',
    `import { readFileSync, writeFileSync } from 'node:fs';
export function read(name: string): string {
  return readFileSync(name, 'utf8');
}
export function write(name: string, text: string): void {
  writeFileSync(name, text);
}
export const size = (name: string): number => name.length;
`,
  ],
  [
    'shelf.ts',
    `import { read } from './store.js';
export class Shelf {
  open(id: string): string {
    return this.find(id);
  }
  protected find(id: string): string {
    return id;
  }
  load(id: string): string {
    return read(id);
  }
}
`,
  ],
  [
    'each.ts',
    `export function each<T>(items: readonly T[], visit: (item: T) => void): void {
  for (const item of items) visit(item);
}
`,
  ],
];

interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Each line: what a person does, to which file, and the text it replaces. Done in this order, on one analysis, and alone. */
const EDITS: readonly (readonly [what: string, ...edits: Edit[]])[] = [
  ['adds a call that blocks', { path: 'service.ts', from: 'return id.trim();', to: 'return read(id).trim();' }],
  ['removes a call', { path: 'server.ts', from: 'res.json(list(req.params.id));', to: 'res.end();' }],
  [
    'adds a handler',
    {
      path: 'server.ts',
      from: 'app.listen',
      to: "app.get('/read', (req, res) => res.end(shelf.load('a')));\napp.listen",
    },
  ],
  [
    'adds the registration of a function of another file',
    {
      path: 'server.ts',
      from: "import { each } from './each.js';",
      to: "import { each } from './each.js';\nimport { nightly } from './service.js';",
    },
    { path: 'server.ts', from: 'app.listen', to: 'setInterval(nightly, 1000);\napp.listen' },
  ],
  [
    'removes a handler',
    { path: 'server.ts', from: "app.get('/shelf', (req, res) => res.json(shelf.open(req.params.id)));\n", to: '' },
  ],
  [
    'renames a function that others import',
    { path: 'store.ts', from: 'export function read(', to: 'export function load(' },
  ],
  [
    'renames a function of the file',
    { path: 'service.ts', from: 'describe(one)', to: 'explain(one)' },
    { path: 'service.ts', from: 'function describe', to: 'function explain' },
  ],
  [
    'moves a function',
    { path: 'store.ts', from: 'export const size = (name: string): number => name.length;\n', to: '' },
    {
      path: 'store.ts',
      from: 'export function read',
      to: 'export const size = (name: string): number => name.length;\nexport function read',
    },
  ],
  ['writes a comment', { path: 'store.ts', from: 'export function read', to: '// Reads.\nexport function read' }],
  ['comments a call out', { path: 'shelf.ts', from: '    return read(id);', to: '    // return read(id);' }],
  [
    'adds an import of a module that blocks',
    {
      path: 'each.ts',
      from: 'export function each',
      to: "import { write } from './store.js';\nexport const note = (): void => write('a', 'b');\nexport function each",
    },
  ],
  [
    'lets a callback of another file run something that blocks',
    { path: 'server.ts', from: 'id => res.write(String(id))', to: 'id => res.write(shelf.load(String(id)))' },
  ],
  [
    'runs a callback later than before',
    { path: 'each.ts', from: 'visit(item);', to: 'setTimeout(() => visit(item), 10);' },
  ],
  ['does not run a callback any more', { path: 'each.ts', from: 'visit(item);', to: 'void item;' }],
  ['lets a method block', { path: 'shelf.ts', from: '    return id;', to: '    return this.load(id);' }],
  [
    'adds a method and its call',
    { path: 'shelf.ts', from: '  load(id', to: '  keep(id: string): string {\n    return read(id);\n  }\n  load(id' },
    { path: 'server.ts', from: 'shelf.open(', to: 'shelf.keep(' },
  ],
  [
    'overrides a method elsewhere',
    {
      path: 'each.ts',
      from: 'export function each',
      to: "import { Shelf } from './shelf.js';\nexport class Slow extends Shelf {\n  protected override find(id: string): string {\n    return this.load(id);\n  }\n}\nexport function each",
    },
  ],
  [
    'makes what other files call block',
    { path: 'service.ts', from: 'return [id].map(one => describe(one));', to: 'return [read(id)];' },
  ],
  ['tags a function', { path: 'service.ts', from: 'function describe', to: '/** @blocking cpu */\nfunction describe' }],
  [
    'exports what others could not see',
    { path: 'store.ts', from: 'export const size', to: 'export const open = read;\nexport const size' },
  ],
  ['says what is half written', { path: 'service.ts', from: 'return id.trim();', to: 'return read(' }],
  ['loads a module late', { path: 'service.ts', from: 'return id.trim();', to: "return require('./store').read(id);" }],
  [
    'calls a function from a second handler',
    { path: 'server.ts', from: 'app.listen', to: "app.put('/again', (req, res) => res.json(list('a')));\napp.listen" },
  ],
  [
    'returns another function',
    {
      path: 'store.ts',
      from: 'export const size = (name: string): number => name.length;',
      to: 'export const size = (): typeof read => read;',
    },
  ],
];

const replaced = (text: string, { from, to }: Edit): string => {
  assert.ok(text.includes(from), `${from} is not in the text any more`);
  return text.replace(from, to);
};

describe('a provisional answer', () => {
  for (const [what, ...edits] of EDITS) {
    it(`is exact when somebody ${what}, and takes it back`, () => {
      const project = new EditedProject(PROJECT);
      const before = new Map(project.texts);
      for (const edit of edits) project.edit(edit.path, replaced(project.texts.get(edit.path) ?? '', edit));
      assert.equal(project.analysis.settled, false);
      assert.deepEqual(project.provisional(), project.exact());
      for (const path of new Set(edits.map(edit => edit.path))) project.edit(path, before.get(path));
      assert.deepEqual(project.provisional(), project.exact());
    });
  }

  it('is exact when everything is edited in turn, without a solution from nothing in between', () => {
    const project = new EditedProject(PROJECT);
    let findings = 0;
    for (const [what, ...edits] of [...EDITS].reverse()) {
      for (const edit of edits) {
        const text = project.texts.get(edit.path) ?? '';
        if (text.includes(edit.from)) project.edit(edit.path, replaced(text, edit));
      }
      const exact = project.exact();
      assert.deepEqual(project.provisional(), exact, what);
      findings += exact.length;
    }
    assert.ok(findings > 10, `only ${String(findings)} findings were compared`);
  });

  it('knows files that come, go and come back', () => {
    const project = new EditedProject(PROJECT);
    const store = project.texts.get('store.ts');
    const texts: readonly (readonly [string, string | undefined])[] = [
      ['store.ts', undefined],
      ['late.ts', "import { read } from './store.js';\nprocess.on('message', () => { read('a'); });\n"],
      ['store.ts', store],
      ['late.ts', undefined],
    ];
    for (const [path, text] of texts) {
      project.edit(path, text);
      assert.deepEqual(project.provisional(), project.exact(), path);
    }
  });

  it('says which files may have other findings', () => {
    const project = new EditedProject(PROJECT);
    const { analysis } = project;
    assert.deepEqual(analysis.affected(), 'all');
    project.edit('service.ts', (project.texts.get('service.ts') ?? '').replace('id.trim()', 'read(id)'));
    project.provisional();
    assert.deepEqual(analysis.affected(), ['service.ts', 'store.ts']);
    assert.deepEqual(analysis.affected(), []);
  });

  it('offers the fixes of what it found, and none of what is gone', () => {
    const project = new EditedProject(PROJECT);
    const { analysis } = project;
    project.edit(
      'server.ts',
      `import { readFileSync } from 'node:fs';\n${(project.texts.get('server.ts') ?? '').replace('res.json(list(req.params.id));', "res.end(readFileSync('a'));")}`,
    );
    const [finding] = analysis.findings({ provisional: true, file: 'server.ts' });
    assert.ok(finding);
    assert.equal(analysis.fixes(finding).length, 1);
    project.edit('server.ts', project.texts.get('server.ts') ?? '');
    project.provisional();
    assert.deepEqual(analysis.fixes(finding), []);
    assert.equal(
      analysis.explain('server.ts', { provisional: true })?.functions.length,
      analysis.explain('server.ts')?.functions.length,
    );
  });
});
