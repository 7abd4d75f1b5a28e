/** One situation of the rewrite: the call is marked `⟦like this⟧`. */
import { awaitPromiseForm, type AwaitRequest } from '#dist/core/fixes/await-promise-form.js';
import { parse } from '#dist/core/extract/file.js';
import { applyEdits } from '#dist/core/fixes/rewrite-check.js';
import type { PromiseForm } from '#dist/core/catalog/schema.js';

export interface RewriteCase {
  readonly name: string;
  /** Decides the language; `shop.ts` when absent. */
  readonly file?: string;
  readonly before: string;
  readonly after: string;
}

export interface RefusalCase {
  readonly name: string;
  readonly file?: string;
  readonly before: string;
  readonly reason: RegExp;
  readonly enclosing?: AwaitRequest['enclosing'];
  readonly form?: PromiseForm;
}

const same = (name: string, arity = 3): PromiseForm => ({ from: ['node:fs/promises', name], shape: 'same', arity });
const promisify = (module: string, name: string, arity: number): PromiseForm => ({
  from: [module, name],
  shape: 'promisify',
  arity,
});
const method = (module: string, name: string): PromiseForm => ({
  from: [module, name],
  method: name,
  shape: 'same',
  arity: 2,
});

/** The promise forms that the cases use, by canonical path. */
const FORMS: Readonly<Record<string, PromiseForm>> = {
  'node:fs.readFileSync': same('readFile', 2),
  'node:fs.writeFileSync': same('writeFile'),
  'node:fs.unlinkSync': same('unlink', 1),
  'node:fs.readdirSync': same('readdir', 2),
  'node:fs.statSync': same('stat', 1),
  'node:fs.existsSync': { from: ['node:fs/promises', 'access'], shape: 'exists', arity: 1 },
  'node:fs.realpathSync': promisify('node:fs', 'realpath', 2),
  'node:zlib.gzipSync': promisify('node:zlib', 'gzip', 2),
  'node:crypto.pbkdf2Sync': promisify('node:crypto', 'pbkdf2', 5),
  'node:crypto.scryptSync': { ...promisify('node:crypto', 'scrypt', 4), result: 'Buffer' },
  'node:crypto.generatePrimeSync': promisify('node:crypto', 'generatePrime', 2),
  'node:child_process.execSync': { from: ['node:child_process', 'exec'], shape: 'process', arity: 2 },
  'node:child_process.execFileSync': { from: ['node:child_process', 'execFile'], shape: 'process', arity: 3 },
  'node:child_process.spawnSync': { from: ['node:child_process', 'spawn'], shape: 'process', arity: 3 },
  'bcrypt.compareSync': method('bcrypt', 'compare'),
  'fs-extra.removeSync': method('fs-extra', 'remove'),
  'rimraf.rimrafSync': { from: ['rimraf', 'rimraf'], shape: 'same', arity: 2 },
};

/** What the rewrite makes of a marked text: the new text and its title, or the reason for refusing. */
export type Outcome = { readonly text: string; readonly title: string } | { readonly refused: string };

export interface Marked {
  readonly text: string;
  readonly span: readonly [number, number];
  readonly api: string;
}

/** Takes the marks out of a text and names the call that they mark. */
export function unmark(marked: string): Marked {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const name = text.slice(start, end);
  const api = Object.keys(FORMS).find(path => path.endsWith(`.${name}`)) ?? `node:fs.${name}`;
  return { text, span: [start, end], api };
}

export function rewrite(
  marked: string,
  file = 'shop.ts',
  enclosing: AwaitRequest['enclosing'] = { canBecomeAsync: true },
  form?: PromiseForm,
): Outcome {
  const { text, span, api } = unmark(marked);
  const source = parse(text, file);
  const promise = form ?? FORMS[api];
  const row = { api, waits: 'io', for: 'the disk', ...(promise && { promise }) } as const;
  const made = awaitPromiseForm(source, { tokenSpan: span, row, api, enclosing });
  return 'refused' in made ? made : { text: applyEdits(text, made.edits), title: made.title };
}
