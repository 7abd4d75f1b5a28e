/**
 * Makes the extension's package, without network: bundles, then packs.
 *
 *     npm run package -- [--out <file>]     loopguard-<version>.vsix by default
 */
import { createVSIX } from '@vscode/vsce';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './packed/extension-bundle.mjs';
import { vsixFiles } from './packed/vsix-files.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const out = values.out === undefined ? join(root, `${name}-${version}.vsix`) : resolve(values.out);

for (const file of await bundle()) console.log(`dist/${file}  ${kilobytes(join(root, 'dist', file))}`);
const files = await vsixFiles(root);
// Links and pictures of the README lead to files of the package: it has to be read without network.
await createVSIX({ cwd: root, packagePath: out, dependencies: false, rewriteRelativeLinks: false });
console.log(`${out}  ${files.length} files, ${kilobytes(out)}`);

/** @param {string} file */
function kilobytes(file) {
  return `${(statSync(file).size / 1024).toFixed(0)} kB`;
}
