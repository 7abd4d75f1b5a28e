/** Every rewritten TypeScript case is as sound as it was, for the type checker of this repository. */
import assert from 'node:assert/strict';
import ts from 'typescript';
import { fileURLToPath } from 'node:url';
import { imports } from './cases-imports.js';
import { expressions, places } from './cases-places.js';
import { shapes } from './cases-shapes.js';
import { rewrite, unmark, type RewriteCase } from './rewrite-case.js';

const folder = fileURLToPath(new URL('../../test/fixes/virtual/', import.meta.url));

/** Packages that are not installed here, as far as the cases use them. */
const PACKAGES = `
declare module 'bcrypt' {
  export function compareSync(word: string, hash: string): boolean;
  export function compare(word: string, hash: string): Promise<boolean>;
  const bcrypt: { compareSync: typeof compareSync; compare: typeof compare };
  export default bcrypt;
}
declare module 'fs-extra' {
  import type * as node from 'node:fs';
  const fs: typeof node & {
    removeSync(path: string): void;
    remove(path: string): Promise<void>;
    readFile(path: string, encoding: 'utf8'): Promise<string>;
  };
  export default fs;
}
declare module 'rimraf' {
  export function rimrafSync(path: string): boolean;
  export function rimraf(path: string): Promise<boolean>;
}
`;

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  strict: true,
  noEmit: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [fileURLToPath(new URL('../../../node_modules/@types', import.meta.url))],
};

function problems(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = path => texts.has(path) || fileExists(path);
  host.readFile = path => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, language, ...rest) : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map(
    [...texts.keys()].map(path => {
      const found = ts.getPreEmitDiagnostics(program, program.getSourceFile(path));
      return [path, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))];
    }),
  );
}

describe('Replace with `await …` keeps types sound', function () {
  this.timeout(60_000);
  const rows: readonly RewriteCase[] = [...places, ...expressions, ...imports, ...shapes];
  const pathOf = (row: RewriteCase, when: string): string =>
    `${folder}${String(rows.indexOf(row))}.${when}.${(row.file ?? 'shop.ts').replace('shop.', '')}`;
  let found: ReadonlyMap<string, readonly string[]> = new Map();

  before(() => {
    const texts = new Map([[`${folder}packages.d.ts`, PACKAGES]]);
    for (const row of rows) {
      const made = rewrite(row.before, row.file);
      texts.set(pathOf(row, 'before'), unmark(row.before).text);
      texts.set(pathOf(row, 'after'), 'text' in made ? made.text : '');
    }
    found = problems(texts);
  });

  for (const row of rows) {
    it(row.name, () => {
      assert.deepEqual(found.get(pathOf(row, 'before')), [], 'before');
      assert.deepEqual(found.get(pathOf(row, 'after')), [], 'after');
    });
  }
});
