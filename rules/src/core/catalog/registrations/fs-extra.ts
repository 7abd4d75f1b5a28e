/** `fs-extra` is `node:fs` and more: the rows of `node:fs` under its name, and its own. */
import { fsExtraBlocking } from '../blocking/fs-extra.js';
import { nodeFsBlocking } from '../blocking/node-fs.js';
import { sync } from '../modes.js';
import type { AccessPath, Library } from '../schema.js';
import { nodeFs } from './node-fs.js';

const isFunctionOfFs = (row: { readonly api: AccessPath }): boolean => row.api.startsWith('node:fs.');
const underItsName = (path: AccessPath): AccessPath => path.replace(/^node:fs\./, 'fs-extra.');

export const fsExtra: Library = {
  name: 'fs-extra',
  source: 'https://github.com/jprichardson/node-fs-extra/tree/master/docs',
  types: (nodeFs.types ?? []).map(row => ({ type: row.type, from: row.from.map(underItsName) })),
  callbacks: [
    ...(nodeFs.callbacks ?? []).filter(isFunctionOfFs).map(row => ({ ...row, api: underItsName(row.api) })),
    { api: 'fs-extra.copySync', params: ['2.filter'], mode: sync },
  ],
  blocking: [
    ...nodeFsBlocking.filter(isFunctionOfFs).map(row => ({ ...row, api: underItsName(row.api) })),
    ...fsExtraBlocking,
  ],
};
