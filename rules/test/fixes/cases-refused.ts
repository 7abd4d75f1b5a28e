import type { RefusalCase } from './rewrite-case.js';

const head = `import { readFileSync } from 'node:fs';\n`;
const row = (name: string, before: string, reason: RegExp, more: Partial<RefusalCase> = {}): RefusalCase => ({
  name,
  before: head + before,
  reason,
  ...more,
});

/** Places where no `await` can stand. */
const places: readonly RefusalCase[] = [
  row(
    'a constructor',
    `export class Shop { menu; constructor() { this.menu = ⟦readFileSync⟧('menu'); } }`,
    /constructor cannot wait.*async factory/,
  ),
  row(
    'a getter',
    `export class Shop { get menu() { return ⟦readFileSync⟧('menu'); } }`,
    /getter has to answer at once/,
  ),
  row('a setter', `export class Shop { set menu(path) { ⟦readFileSync⟧(path); } }`, /setter cannot wait/),
  row('a generator', `export function* parts() { yield ⟦readFileSync⟧('menu'); }`, /generator.*for await/),
  row('a decorator', `export class Shop { @menu(⟦readFileSync⟧('menu')) open() {} }`, /decorator/),
  row('a field', `export class Shop { menu = ⟦readFileSync⟧('menu'); }`, /field initialiser/),
  row('a static block', `export class Shop { static { ⟦readFileSync⟧('menu'); } }`, /static block/),
  row(
    'a parameter’s default',
    `export async function open(menu = ⟦readFileSync⟧('menu')) { return menu; }`,
    /default value/,
  ),
  row(
    'a default deep in a parameter',
    `export const open = async ({ menu = ⟦readFileSync⟧('menu') }) => menu;`,
    /default value/,
  ),
  row('an enum', `export enum Shop { size = ⟦readFileSync⟧('menu').length }`, /enum or namespace/),
  row('a namespace', `export namespace Shop { export const menu = ⟦readFileSync⟧('menu'); }`, /enum or namespace/),
  row('the top level of a script', `const menu = ⟦readFileSync⟧('menu');`, /top level/),
  row('the top level of CommonJS', `exports.menu = ⟦readFileSync⟧('menu');`, /top level/, { file: 'shop.cjs' }),
];

/** Functions whose result is needed at once. */
const answers: readonly RefusalCase[] = [
  row(
    'map',
    `export const open = async (paths: string[]) => paths.map(path => ⟦readFileSync⟧(path));`,
    /`map` would collect promises.*for … of/,
  ),
  row(
    'forEach',
    `export const open = async (paths: string[]) => paths.forEach(path => { ⟦readFileSync⟧(path); });`,
    /`forEach` does not wait/,
  ),
  row(
    'filter',
    `export const open = async (paths: string[]) => paths.filter(path => ⟦readFileSync⟧(path).length);`,
    /`filter` uses what the callback returns at once/,
  ),
  row(
    'sort',
    `export const open = async (paths: string[]) => paths.sort((a, b) => ⟦readFileSync⟧(a).length - b.length);`,
    /`sort` needs the callback’s answer/,
  ),
  row(
    'replace',
    `export const open = async (text: string) => text.replace(/x/, path => ⟦readFileSync⟧(path, 'utf8'));`,
    /`replace`/,
  ),
  row(
    'Array.from',
    `export const open = (paths: string[]) => Array.from(paths, path => ⟦readFileSync⟧(path));`,
    /`from`/,
  ),
  row(
    'a named callback',
    `const load = (path: string) => ⟦readFileSync⟧(path);\nexport const all = (paths: string[]) => paths.map(load);`,
    /`map`/,
  ),
  row(
    'an executor',
    `export const open = () => new Promise(resolve => resolve(⟦readFileSync⟧('menu')));`,
    /executor loses its errors/,
  ),
  row(
    'a hook',
    `export const Shop = () => { useEffect(() => { ⟦readFileSync⟧('menu'); }); };`,
    /`useEffect` runs its callback while rendering/,
  ),
  row('exit', `process.on('exit', () => { ⟦readFileSync⟧('menu'); });`, /`exit`/),
  row('toJSON', `export class Shop { toJSON() { return ⟦readFileSync⟧('menu', 'utf8'); } }`, /`toJSON`/),
  row(
    'Symbol.toPrimitive',
    `export const shop = { [Symbol.toPrimitive]() { return ⟦readFileSync⟧('menu', 'utf8'); } };`,
    /called by the language/,
  ),
  row('a property descriptor', `Object.defineProperty({}, 'menu', { get: () => ⟦readFileSync⟧('menu') });`, /accessor/),
  row(
    'a component',
    `export function Menu() { return <p>{⟦readFileSync⟧('menu', 'utf8')}</p>; }`,
    /`Menu` is a component/,
    { file: 'shop.tsx' },
  ),
  row(
    'a component by its use',
    `const menu = () => ⟦readFileSync⟧('menu', 'utf8');\nexport const shop = () => [menu(), 1];`,
    /`menu` is called without `await` on line 3/,
  ),
  row(
    'a type predicate',
    `export function isMenu(path: unknown): path is string { return ⟦readFileSync⟧(String(path)).length > 0; }`,
    /type predicate/,
  ),
  row(
    'an assertion',
    `export function assertMenu(path: string): asserts path { ⟦readFileSync⟧(path); }`,
    /type predicate/,
  ),
  row(
    'a caller that does not wait',
    `function load(path: string) { return ⟦readFileSync⟧(path); }\nexport const size = (path: string) => load(path).length;`,
    /`load` is called without `await` on line 3; make that caller async first/,
  ),
  row(
    'a return inside try',
    `const load = (path: string) => ⟦readFileSync⟧(path);\nexport async function open() { try { return load('menu'); } catch { return undefined; } }`,
    /without `await`/,
  ),
  row(
    'recursion',
    `export function walk(path: string): number { return path ? ⟦readFileSync⟧(path).length + walk(path.slice(1)) : 0; }`,
    /`walk` is called without `await`/,
  ),
  row(
    'a method called on this',
    `export class Shop { open() { return this.load().length; } load() { return ⟦readFileSync⟧('menu'); } }`,
    /`this.load` is called without `await`/,
  ),
  row(
    'a method of a local object',
    `class Shop { load() { return ⟦readFileSync⟧('menu'); } }\nconst shop = new Shop();\nexport const size = () => shop.load().length;`,
    /`shop.load` is called without/,
  ),
  row('a function called on the spot', `export const menu = (() => ⟦readFileSync⟧('menu'))();`, /called on the spot/),
  row(
    'call',
    `function load() { return ⟦readFileSync⟧('menu'); }\nexport const menu = load.call(null).length;`,
    /without `await`/,
  ),
  row(
    'a constructor function',
    `function Shop() { this.menu = ⟦readFileSync⟧('menu'); }\nmodule.exports = new Shop();`,
    /constructor function/,
    { file: 'shop.js' },
  ),
  row(
    'new',
    `function shop() { ⟦readFileSync⟧('menu'); }\nmodule.exports = new shop();`,
    /`new shop` cannot construct/,
    { file: 'shop.js' },
  ),
  row(
    'a type query',
    `export const load = () => ⟦readFileSync⟧('menu');\nexport type Menu = ReturnType<typeof load>;`,
    /The type of `load`/,
  ),
  row('the graph says no', `export const load = () => ⟦readFileSync⟧('menu');`, /^`serve` in `app.ts` calls it\.$/, {
    enclosing: { canBecomeAsync: false, reason: '`serve` in `app.ts` calls it.' },
  }),
  row('the graph says no without words', `export const load = () => ⟦readFileSync⟧('menu');`, /Not every caller/, {
    enclosing: { canBecomeAsync: false },
  }),
];

/** Types that would not fit any more. */
const types: readonly RefusalCase[] = [
  row(
    'an overload',
    `export function load(path: string): string;\nexport function load(path: string) { return ⟦readFileSync⟧(path, 'utf8'); }`,
    /overloaded/,
  ),
  row(
    'a union with a promise',
    `export function load(): void | Promise<void> { ⟦readFileSync⟧('menu'); }`,
    /may already give a promise/,
  ),
  row(
    'a declared function type',
    `export const load: () => Buffer = () => ⟦readFileSync⟧('menu');`,
    /declared to return `Buffer` at once/,
  ),
  row(
    'a type of this file',
    `type Load = () => Buffer;\nexport const load: Load = () => ⟦readFileSync⟧('menu');`,
    /`Load` fixes the result/,
  ),
  row(
    'an object of a declared type',
    `export const shop: Record<string, () => Buffer> = { load: () => ⟦readFileSync⟧('menu') };`,
    /fixes the result/,
  ),
  row(
    'an inherited method',
    `import { Base } from './base.js';\nexport class Shop extends Base { load() { return ⟦readFileSync⟧('menu'); } }`,
    /implements or extends/,
  ),
  row(
    'another Promise',
    `import Promise from 'bluebird';\nexport function load(): Buffer { Promise; return ⟦readFileSync⟧('menu'); }`,
    /`Promise` is another class/,
  ),
];

/** Meanings that would change. */
const meanings: readonly RefusalCase[] = [
  row(
    'a module variable',
    `let hits = 0;\nexport async function open() { const before = hits; ⟦readFileSync⟧('menu'); hits = before + 1; }`,
    /`hits` is read before the wait and written after it/,
  ),
  row(
    'an operator that assigns',
    `let size = 0;\nexport async function open() { size += ⟦readFileSync⟧('menu').length; }`,
    /`size` is read before/,
  ),
  row(
    'a lazy value',
    `let menu: Buffer | undefined;\nexport async function open() { menu ??= ⟦readFileSync⟧('menu'); return menu; }`,
    /`menu` is read before/,
  ),
  row(
    'a field',
    `export class Shop { menu?: Buffer; async open() { if (!this.menu) this.menu = ⟦readFileSync⟧('menu'); return this.menu; } }`,
    /`this.menu` is read before/,
  ),
  row(
    'a cache',
    `const menus = new Map<string, Buffer>();\nexport async function open(path: string) { const known = menus.get(path); if (known) return known; const menu = ⟦readFileSync⟧(path); menus.set(path, menu); return menu; }`,
    /`menus` is read before/,
  ),
  row(
    'a cache in an object',
    `const menus: Record<string, Buffer> = {};\nexport async function open(path: string) { return menus[path] || (menus[path] = ⟦readFileSync⟧(path)); }`,
    /`menus\[path\]` is read before/,
  ),
  row(
    'a captured variable',
    `export const shop = () => { let hits = 0; return async () => { const now = hits; ⟦readFileSync⟧('menu'); hits = now + 1; }; };`,
    /`hits` is read before/,
  ),
  row(
    'listeners registered late',
    `export const greet = (socket: any) => { const menu = ⟦readFileSync⟧('menu'); socket.on('message', () => socket.send(menu)); };`,
    /Events of `socket` that fire during the wait would be missed/,
  ),
  row(
    'a body read late',
    `export const take = (req: any) => { const menu = ⟦readFileSync⟧('menu'); req.pipe(menu); };`,
    /`req` would be read only after the wait/,
  ),
  row(
    'listeners of a local object',
    `import { spawn } from 'node:child_process';\nexport const run = async () => { const child = spawn('ls'); const menu = ⟦readFileSync⟧('menu'); child.on('exit', () => menu); };`,
    /Events of `child` that fire during the wait/,
  ),
  row(
    'listeners of an object made since the last wait',
    `import { spawn } from 'node:child_process';\nexport const run = async (ready: Promise<void>) => { await ready; const child = spawn('ls'); const menu = ⟦readFileSync⟧('menu'); child.on('exit', () => menu); };`,
    /Events of `child` that fire during the wait/,
  ),
  row(
    'a promise that is awaited later',
    `export const open = async (load: () => Promise<void>) => { const loading = load(); ⟦readFileSync⟧('menu'); await loading; };`,
    /A rejection of `loading` during the wait would be unhandled/,
  ),
  row(
    'a promise that is combined later',
    `export const open = async (load: () => Promise<void>) => { const loading = load(); ⟦readFileSync⟧('menu'); await Promise.all([loading, load()]); };`,
    /A rejection of `loading`/,
  ),
  row(
    'preventDefault',
    `export const submit = (event: any) => { if (⟦readFileSync⟧('menu')) event.preventDefault(); };`,
    /`preventDefault\(\)` comes too late/,
  ),
  row(
    'a synchronous message',
    `export const answer = (event: any) => { event.returnValue = ⟦readFileSync⟧('menu'); };`,
    /`returnValue`/,
  ),
  row(
    'a listener that answers',
    `import { shop } from './shop.js';\nshop.on('visit', () => { ⟦readFileSync⟧('menu'); return true; });`,
    /answers with `true` or `false`/,
  ),
];

/** Calls that have no such form. */
const calls: readonly RefusalCase[] = [
  row('spread arguments', `export const open = async (args: [string]) => ⟦readFileSync⟧(...args);`, /spread/),
  row(
    'too many arguments',
    `export const open = async () => ⟦readFileSync⟧('menu', 'utf8', 1);`,
    /takes 2 arguments; the call has 3/,
  ),
  row('an optional call', `export const open = async () => ⟦readFileSync⟧?.('menu');`, /not called by its plain name/),
  row(
    'an optional member',
    `import fs from 'node:fs';\nexport const open = async () => fs?.⟦readFileSync⟧('menu');`,
    /not called by its plain name/,
  ),
  row(
    'a call of a call',
    `export const open = async () => (0, ⟦readFileSync⟧)('menu');`,
    /not called by its plain name/,
  ),
  row(
    'an element',
    `import fs from 'node:fs';\nexport const open = async () => fs[⟦'readFileSync'⟧]('menu');`,
    /not called by its plain name/,
    { form: { from: ['node:fs/promises', 'readFile'], shape: 'same' } },
  ),
  row(
    'a descriptor',
    `import { openSync } from 'node:fs';\nexport const open = async () => { const fd = openSync('menu'); return ⟦readFileSync⟧(fd); };`,
    /file descriptor.*`FileHandle`/,
  ),
  row('standard input', `export const open = async () => ⟦readFileSync⟧(0);`, /file descriptor/),
  row(
    'a member that was handed in',
    `export class Shop { constructor(private fs: any) {} async open() { return this.fs.⟦readFileSync⟧('menu'); } }`,
    /`this` is handed in from elsewhere/,
  ),
  row(
    'a variable that is assigned again',
    `let fs = require('fs');\nfs = wrap(fs);\nexports.open = async () => fs.⟦readFileSync⟧('menu');`,
    /`fs` is handed in from elsewhere/,
    { file: 'shop.js' },
  ),
  row(
    'a parameter',
    `export const open = async (fs: any) => fs.⟦readFileSync⟧('menu');`,
    /`fs` is handed in from elsewhere/,
  ),
  row(
    'another module',
    `import { disk } from './disk.js';\nexport const open = async () => disk.⟦readFileSync⟧('menu');`,
    /`disk` is handed in from elsewhere/,
  ),
  row(
    'a comment in the name',
    `import fs from 'node:fs';\nexport const open = async () => fs /* disk */ .⟦readFileSync⟧('menu');`,
    /comment stands inside the name/,
  ),
  row(
    'no promise form',
    `import fs from 'node:fs';\nexport const open = async () => fs.⟦openSync⟧('menu');`,
    /No promise form/,
  ),
  row(
    'a process whose output goes to the terminal',
    `import { execSync } from 'node:child_process';\nexport const run = async () => ⟦execSync⟧('ls', { stdio: 'inherit' });`,
    /`stdio` has no equal in `exec`; use `spawn`, and wait for its `close`/,
  ),
  row(
    'a process with input',
    `import { execFileSync } from 'node:child_process';\nexport const run = async () => ⟦execFileSync⟧('cat', [], { input: 'tea' });`,
    /`input` has no equal in `exec`/,
  ),
  row(
    'options of a process from elsewhere',
    `import { execSync } from 'node:child_process';\nexport const run = async (options: object) => ⟦execSync⟧('ls', options);`,
    /Its options are not written here/,
  ),
  row(
    'options or arguments of a process from elsewhere',
    `import { execFileSync } from 'node:child_process';\nexport const run = async (more: any) => ⟦execFileSync⟧('ls', more);`,
    /Its options are not written here/,
  ),
  row(
    'a process of a module that is loaded in a function',
    `export const run = async () => { const { execSync } = require('child_process'); return ⟦execSync⟧('ls'); };`,
    /The module is loaded inside of a function/,
  ),
  row(
    'types that do not fit',
    `import { generatePrimeSync } from 'node:crypto';\nexport const run = async () => ⟦generatePrimeSync⟧(64);`,
    /types of `promisify` do not fit/,
  ),
  row(
    'arguments that mean something else in an executor',
    `import { scryptSync } from 'node:crypto';\nexport const run = async (resolve: () => string) => ⟦scryptSync⟧(resolve(), 'b', 64);`,
    /types of `promisify` do not fit/,
  ),
  row(
    'the name await',
    `exports.open = () => { const await = 1; return [await, ⟦readFileSync⟧('menu')]; };`,
    /The name `await` is in use/,
    { file: 'shop.js' },
  ),
];

export const refusals: readonly RefusalCase[] = [...places, ...answers, ...types, ...meanings, ...calls];
