import type { RewriteCase } from './rewrite-case.js';

const use = (callee: string): string => `export const open = async (path: string) => ${callee}(path);\n`;
const old = use('⟦readFileSync⟧');

/** How the promise form gets into scope, in TypeScript. */
export const imports: readonly RewriteCase[] = [
  {
    name: 'the only import is replaced',
    before: `import { readFileSync } from 'node:fs';\n${old}`,
    after: `import { readFile } from 'node:fs/promises';\n${use('await readFile')}`,
  },
  {
    name: 'the style of the file: no prefix, double quotes, no semicolons',
    before:
      `import { readFileSync } from "fs"\nimport { join } from "path"\n${old.replace('(path)', '(join(path, "menu"))')}`.replace(
        '(join(path, "menu")) =>',
        '(path) =>',
      ),
    after: `import { readFile } from "fs/promises"\nimport { join } from "path"\n${use('await readFile').replace('(path);', '(join(path, "menu"));')}`,
  },
  {
    name: 'after the last import, behind its comment, while the old one stays in use',
    before: `import { readFileSync } from 'node:fs';\nimport { join } from 'node:path'; // for later\nexport const menu = readFileSync(join('a', 'b'));\n${old}`,
    after: `import { readFileSync } from 'node:fs';\nimport { join } from 'node:path'; // for later\nimport { readFile } from 'node:fs/promises';\nexport const menu = readFileSync(join('a', 'b'));\n${use('await readFile')}`,
  },
  {
    name: 'an unused name leaves its list, the first',
    before: `import { readFileSync, type Stats, statSync } from 'node:fs';\nexport const size = (): Stats => statSync('a');\n${old}`,
    after: `import { type Stats, statSync } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nexport const size = (): Stats => statSync('a');\n${use('await readFile')}`,
  },
  {
    name: 'an unused name leaves its list, the last',
    before: `import {\n  statSync,\n  readFileSync,\n} from 'node:fs';\nexport const size = () => statSync('a');\n${old}`,
    after: `import {\n  statSync,\n} from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nexport const size = () => statSync('a');\n${use('await readFile')}`,
  },
  {
    name: 'merged into an import of the same module',
    before: `import { readFileSync } from 'fs';\nimport { writeFile } from 'fs/promises';\nexport { writeFile };\n${old}`,
    after: `import { writeFile, readFile } from 'fs/promises';\nexport { writeFile };\n${use('await readFile')}`,
  },
  {
    name: 'merged into a list over several lines',
    before: `import { readFileSync } from 'fs';\nimport {\n  stat, // kept\n  writeFile,\n} from 'node:fs/promises';\nexport { stat, writeFile };\n${old}`,
    after: `import {\n  stat, // kept\n  writeFile,\n  readFile,\n} from 'node:fs/promises';\nexport { stat, writeFile };\n${use('await readFile')}`,
  },
  {
    name: 'a named import that is there',
    before: `import { readFileSync } from 'node:fs';\nimport { readFile as load } from 'fs/promises';\nexport { load };\n${old}`,
    after: `import { readFile as load } from 'fs/promises';\nexport { load };\n${use('await load')}`,
  },
  {
    name: 'a namespace of fs/promises',
    before: `import * as fs from 'node:fs';\nimport * as fsp from 'node:fs/promises';\nexport { fs, fsp };\n${use('fs.⟦readFileSync⟧')}`,
    after: `import * as fs from 'node:fs';\nimport * as fsp from 'node:fs/promises';\nexport { fs, fsp };\n${use('await fsp.readFile')}`,
  },
  {
    name: 'a default import of fs/promises, while the namespace of fs becomes unused',
    before: `import * as fs from 'node:fs';\nimport fsp from 'node:fs/promises';\nexport { fsp };\n${use('fs.⟦readFileSync⟧')}`,
    after: `import fsp from 'node:fs/promises';\nexport { fsp };\n${use('await fsp.readFile')}`,
  },
  {
    name: 'a binding of `promises`',
    before: `import { promises as fsp, readFileSync } from 'fs';\nexport { fsp };\n${old}`,
    after: `import { promises as fsp } from 'fs';\nexport { fsp };\n${use('await fsp.readFile')}`,
  },
  {
    name: 'an alias of `fs.promises`',
    before: `import fs from 'fs';\nconst fsp = fs.promises;\nexport { fsp };\n${use('fs.⟦readFileSync⟧')}`,
    after: `import fs from 'fs';\nconst fsp = fs.promises;\nexport { fsp };\n${use('await fsp.readFile')}`,
  },
  {
    name: 'a namespace of fs',
    before: `import * as fs from 'node:fs';\n${use('fs.⟦readFileSync⟧')}`,
    after: `import * as fs from 'node:fs';\n${use('await fs.promises.readFile')}`,
  },
  {
    name: 'a default import of fs',
    before: `import disk from 'fs';\n${use('disk.⟦readFileSync⟧')}`,
    after: `import disk from 'fs';\n${use('await disk.promises.readFile')}`,
  },
  {
    name: 'a default import of fs beside names',
    before: `import disk, { readFileSync } from 'fs';\nexport { disk };\n${old}`,
    after: `import disk from 'fs';\nexport { disk };\n${use('await disk.promises.readFile')}`,
  },
  {
    name: 'an import assignment',
    file: 'shop.cts',
    before: `import fs = require('fs');\n${use('fs.⟦readFileSync⟧')}`,
    after: `import fs = require('fs');\n${use('await fs.promises.readFile')}`,
  },
  {
    name: 'the name is taken by the callback form',
    before: `import { readFile, readFileSync } from 'node:fs';\nexport { readFile };\n${old}`,
    after: `import { readFile } from 'node:fs';\nimport { readFile as readFileAsync } from 'node:fs/promises';\nexport { readFile };\n${use('await readFileAsync')}`,
  },
  {
    name: 'the name and its first alias are taken in other scopes',
    before: `import { readFileSync } from 'node:fs';\nexport const other = (readFile: string) => { const readFileAsync = readFile; return readFileAsync; };\n${old}`,
    after: `import { readFile as readFileAsync2 } from 'node:fs/promises';\nexport const other = (readFile: string) => { const readFileAsync = readFile; return readFileAsync; };\n${use('await readFileAsync2')}`,
  },
  {
    name: 'a namespace that is shadowed where the call stands',
    before: `import * as fs from 'node:fs';\nimport { readFileSync } from 'node:fs';\nexport { fs };\nexport const open = async (fs: string) => ⟦readFileSync⟧(fs);\n`,
    after: `import * as fs from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nexport { fs };\nexport const open = async (fs: string) => await readFile(fs);\n`,
  },
  {
    name: 'a type-only import does not give values',
    before: `import { readFileSync } from 'node:fs';\nimport type { FileHandle } from 'node:fs/promises';\nexport type { FileHandle };\n${old}`,
    after: `import { readFile } from 'node:fs/promises';\nimport type { FileHandle } from 'node:fs/promises';\nexport type { FileHandle };\n${use('await readFile')}`,
  },
  {
    name: 'the old name is still used as a type',
    before: `import { readFileSync } from 'node:fs';\nexport type Read = typeof readFileSync;\n${old}`,
    after: `import { readFileSync } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nexport type Read = typeof readFileSync;\n${use('await readFile')}`,
  },
  {
    name: 'an import with a comment inside stays',
    file: 'shop.mts',
    before: `import { readFileSync /* blocks */ } from 'node:fs';\nexport { readFileSync };\n${old}`,
    after: `import { readFileSync /* blocks */ } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nexport { readFileSync };\n${use('await readFile')}`,
  },
  {
    name: 'a local alias of the function',
    before: `import fs from 'node:fs';\nconst { readFileSync } = fs;\n${old}`,
    after: `import fs from 'node:fs';\n${use('await fs.promises.readFile')}`,
  },
  {
    name: 'line breaks of Windows',
    before: `import { readFileSync, statSync } from 'node:fs';\r\nexport { statSync };\r\n${old}`,
    after: `import { statSync } from 'node:fs';\r\nimport { readFile } from 'node:fs/promises';\r\nexport { statSync };\r\n${use('await readFile')}`,
  },
  {
    name: 'a name of a dynamic import',
    before: `export const open = async (path: string) => {\n  const { readFileSync } = await import('node:fs');\n  return ⟦readFileSync⟧(path);\n};\n`,
    after: `import { readFile } from 'node:fs/promises';\nexport const open = async (path: string) => {\n  return await readFile(path);\n};\n`,
  },
  {
    name: 'a dynamic import in the call',
    before: `export const open = async (path: string) => (await import('node:fs')).⟦readFileSync⟧(path);\n`,
    after: `export const open = async (path: string) => await (await import('node:fs')).promises.readFile(path);\n`,
  },
];

const plain = (callee: string): string => `exports.open = async path => ${callee}(path);\n`;

/** How the promise form gets into scope where modules are required. */
export const requires: readonly RewriteCase[] = [
  {
    name: 'the only require is replaced',
    before: `'use strict';\nconst { readFileSync } = require('fs');\n${plain('⟦readFileSync⟧')}`,
    after: `'use strict';\nconst { readFile } = require('fs/promises');\n${plain('await readFile')}`,
  },
  {
    name: 'after the require of fs',
    before: `const { readFileSync, statSync } = require('node:fs'); // disk\nconst path = require('node:path');\nexports.size = () => statSync(path.sep);\n${plain('⟦readFileSync⟧')}`,
    after: `const { statSync } = require('node:fs'); // disk\nconst { readFile } = require('node:fs/promises');\nconst path = require('node:path');\nexports.size = () => statSync(path.sep);\n${plain('await readFile')}`,
  },
  {
    name: 'a namespace of fs',
    before: `const fs = require('fs');\n${plain('fs.⟦readFileSync⟧')}`,
    after: `const fs = require('fs');\n${plain('await fs.promises.readFile')}`,
  },
  {
    name: 'one of several declarations',
    before: `var fs = require('fs'),\n    path = require('path');\n${plain('fs.⟦readFileSync⟧')}`,
    after: `var fs = require('fs'),\n    path = require('path');\n${plain('await fs.promises.readFile')}`,
  },
  {
    name: 'promises by member, and the old namespace stays in use',
    before: `const fs = require('fs');\nconst fsp = require('fs').promises;\nexports.fs = fs;\nexports.fsp = fsp;\n${plain('fs.⟦readFileSync⟧')}`,
    after: `const fs = require('fs');\nconst fsp = require('fs').promises;\nexports.fs = fs;\nexports.fsp = fsp;\n${plain('await fsp.readFile')}`,
  },
  {
    name: 'promises by name',
    before: `const { promises: fsp, readFileSync } = require('fs');\nexports.fsp = fsp;\n${plain('⟦readFileSync⟧')}`,
    after: `const { promises: fsp } = require('fs');\nexports.fsp = fsp;\n${plain('await fsp.readFile')}`,
  },
  {
    name: 'merged into a require of the same module, under an alias',
    before: `const { readFile, readFileSync } = require('fs');\nconst { writeFile } = require('fs/promises');\nmodule.exports = { readFile, writeFile };\n${plain('⟦readFileSync⟧').replace('exports', 'module.exports')}`,
    after: `const { readFile } = require('fs');\nconst { writeFile, readFile: readFileAsync } = require('fs/promises');\nmodule.exports = { readFile, writeFile };\n${plain('await readFileAsync').replace('exports', 'module.exports')}`,
  },
  {
    name: 'a semicolon that belongs to the next line',
    before: `const { readFileSync } = require('fs')\n;(async () => {\n  console.log(⟦readFileSync⟧(__filename, 'utf8').length > 0)\n})()\n`,
    after: `const { readFile } = require('fs/promises')\n;(async () => {\n  console.log((await readFile(__filename, 'utf8')).length > 0)\n})()\n`,
  },
  {
    name: 'a require inside the function',
    before: `exports.open = async path => {\n  const { readFileSync, statSync } = require('fs');\n  statSync(path);\n  return ⟦readFileSync⟧(path);\n};\n`,
    after: `exports.open = async path => {\n  const { statSync } = require('fs');\n  const { readFile } = require('fs/promises');\n  statSync(path);\n  return await readFile(path);\n};\n`,
  },
  {
    name: 'a variable of another block',
    before: `if (module) { var { readFileSync } = require('fs'); }\nconst path = require('path');\nexports.path = path;\n${plain('⟦readFileSync⟧')}`,
    after: `if (module) {  }\nconst path = require('path');\nconst { readFile } = require('fs/promises');\nexports.path = path;\n${plain('await readFile')}`,
  },
  {
    name: 'a require in the call',
    before: plain(`require('fs').⟦readFileSync⟧`),
    after: plain(`await require('fs').promises.readFile`),
  },
  {
    name: 'the old name is mentioned in JSDoc',
    before: `const { readFileSync } = require('fs');\n/** As {@link readFileSync} does. */\n${plain('⟦readFileSync⟧')}`,
    after: `const { readFileSync } = require('fs');\nconst { readFile } = require('fs/promises');\n/** As {@link readFileSync} does. */\n${plain('await readFile')}`,
  },
  {
    name: 'a package whose loading may have effects stays',
    before: `const { readFileSync } = require('graceful-fs');\n${plain('⟦readFileSync⟧')}`,
    after: `const { readFileSync } = require('graceful-fs');\nconst { readFile } = require('node:fs/promises');\n${plain('await readFile')}`,
  },
].map(row => ({ ...row, file: 'shop.js' }));
