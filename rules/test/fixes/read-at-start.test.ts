import * as assert from 'node:assert/strict';
import { parse } from '#dist/core/extract/file.js';
import { readAtStart } from '#dist/core/fixes/read-at-start.js';
import { applyEdits } from '#dist/core/fixes/rewrite-check.js';
import { unmark } from './rewrite-case.js';
import { runsPrograms } from './run-program.js';

const row = { api: 'node:fs.readFileSync', waits: 'io', for: 'the disk', textIf: 1 } as const;

function offered(marked: string, file: string): readonly string[] {
  const { text, span } = unmark(marked);
  return readAtStart(row, { text, file, span, source: parse(text, file) }).map(({ edits }) => applyEdits(text, edits));
}

/** Programs that print the same whether they read at once or early: also those that need it while they are loaded. */
const programs: readonly (readonly [name: string, file: string, text: string])[] = [
  [
    'in a function that is called before its place',
    'early.cjs',
    `const fs = require('fs');
const { join } = require('path');
const NAME = 'menu' + '.txt';
console.log(menu());
const later = () => menu();
function menu() {
  return fs.⟦readFileSync⟧(join(__dirname, NAME), 'utf8');
}
console.log(later());
`,
  ],
  [
    'behind the last import, wherever that stands',
    'imports.mjs',
    `import { readFileSync as read } from 'node:fs';
const show = () => ⟦read⟧(new URL('./menu.txt', import.meta.url), 'utf8');
console.log(show());
import { pathToFileURL } from 'node:url';
console.log(pathToFileURL('a').protocol, show());
`,
  ],
  [
    'beside variables of the names it would get',
    'names.mjs',
    `import fs from 'node:fs';
const menuTxt = 'tea', menuTxtText = 'soup';
const menu = () => fs.⟦readFileSync⟧(\`\${process.cwd()}/menu.txt\`, { encoding: 'utf8' });
console.log(menuTxt, menuTxtText, menu());
`,
  ],
];

const left: readonly (readonly [name: string, text: string])[] = [
  ['at the top of the module', "const fs = require('fs');\nconst menu = fs.⟦readFileSync⟧('menu', 'utf8');"],
  ['of a parameter', "const fs = require('fs');\nexports.read = name => fs.⟦readFileSync⟧(name, 'utf8');"],
  [
    'of a variable',
    "const fs = require('fs');\nlet name = 'a';\nexports.read = () => fs.⟦readFileSync⟧(name, 'utf8');",
  ],
  [
    'of a local name',
    "const fs = require('fs');\nexports.read = () => { const a = 'a'; return fs.⟦readFileSync⟧(a, 'utf8'); };",
  ],
  ['without an encoding', "const fs = require('fs');\nexports.read = () => fs.⟦readFileSync⟧('menu');"],
  [
    'with a flag of unknown value',
    "const fs = require('fs');\nexports.read = flag => fs.⟦readFileSync⟧('menu', { encoding: 'utf8', flag });",
  ],
  ['of a file system that is handed in', "exports.read = fs => fs.⟦readFileSync⟧('menu', 'utf8');"],
  [
    'in a `try`',
    "const fs = require('fs');\nexports.read = () => { try { return fs.⟦readFileSync⟧('menu', 'utf8'); } catch { return ''; } };",
  ],
  [
    'of a file that may be missing',
    "const fs = require('fs');\nexports.read = () => fs.existsSync('menu') && fs.⟦readFileSync⟧('menu', 'utf8');",
  ],
  [
    'beside writes',
    "const fs = require('fs');\nexports.read = () => fs.⟦readFileSync⟧('menu', 'utf8');\nexports.write = text => fs.promises.writeFile('menu', text);",
  ],
];

describe('Read it once at start-up', function () {
  this.timeout(60_000);
  const output = runsPrograms();

  for (const [name, file, text] of programs) {
    it(`keeps what a program says: ${name}`, () => {
      const [made] = offered(text, file);
      assert.ok(made);
      assert.equal(output(file, made), output(file, unmark(text).text));
    });
  }

  for (const [name, text] of left) {
    it(`is not offered ${name}`, () => {
      assert.deepEqual(offered(text, 'shop.cjs'), []);
    });
  }
});
