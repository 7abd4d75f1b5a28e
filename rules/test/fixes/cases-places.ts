import type { RewriteCase } from './rewrite-case.js';

const imports = `import { readFileSync } from 'node:fs';\n`;
const promises = `import { readFile } from 'node:fs/promises';\n`;

/** Same file before and after but for the import, to keep rows short. */
const row = (name: string, before: string, after: string): RewriteCase => ({
  name,
  before: imports + before,
  after: promises + after,
});

/** Where the call stands: which function becomes async, and where parentheses are needed. */
export const places: readonly RewriteCase[] = [
  row(
    'an async function',
    `export async function open(path: string) {\n  return ⟦readFileSync⟧(path, 'utf8');\n}\n`,
    `export async function open(path: string) {\n  return await readFile(path, 'utf8');\n}\n`,
  ),
  row(
    'a function declaration',
    `export default function open(path: string) {\n  return ⟦readFileSync⟧(path);\n}\n`,
    `export default async function open(path: string) {\n  return await readFile(path);\n}\n`,
  ),
  row(
    'a function expression with a declared result',
    `export const open = function (path: string): string {\n  return ⟦readFileSync⟧(path, 'utf8');\n};\n`,
    `export const open = async function (path: string): Promise<string> {\n  return await readFile(path, 'utf8');\n};\n`,
  ),
  row(
    'an arrow with an expression',
    `export const open = (path: string) => ⟦readFileSync⟧(path);\n`,
    `export const open = async (path: string) => await readFile(path);\n`,
  ),
  row(
    'an arrow with one bare parameter',
    `const open: (path: string) => void = path => ⟦readFileSync⟧(path);\nexport { open };\n`,
    `const open: (path: string) => void = async path => await readFile(path);\nexport { open };\n`,
  ),
  row(
    'a generic arrow with a union result',
    `export const open = <T extends string>(path: T): Buffer | T => path ? ⟦readFileSync⟧(path) : path;\n`,
    `export const open = async <T extends string>(path: T): Promise<Buffer | T> => path ? await readFile(path) : path;\n`,
  ),
  row(
    'a method with modifiers',
    `export class Shop {\n  public static open(path: string): Buffer {\n    return ⟦readFileSync⟧(path);\n  }\n}\n`,
    `export class Shop {\n  public static async open(path: string): Promise<Buffer> {\n    return await readFile(path);\n  }\n}\n`,
  ),
  row(
    'an object method under a computed name',
    `export const shop = { ['open'](path: string) { return ⟦readFileSync⟧(path); } };\n`,
    `export const shop = { async ['open'](path: string) { return await readFile(path); } };\n`,
  ),
  row(
    'an arrow in a class field',
    `export class Shop {\n  open = (path: string) => { return ⟦readFileSync⟧(path); };\n}\n`,
    `export class Shop {\n  open = async (path: string) => { return await readFile(path); };\n}\n`,
  ),
  row(
    'an async generator',
    `export async function* parts(path: string) {\n  yield ⟦readFileSync⟧(path);\n}\n`,
    `export async function* parts(path: string) {\n  yield await readFile(path);\n}\n`,
  ),
  row(
    'a route handler of express',
    `import express from 'express';\nexpress().get('/menu', (req, res) => {\n  const menu = ⟦readFileSync⟧('menu.json', 'utf8');\n  res.send(JSON.parse(menu));\n});\n`,
    `import express from 'express';\nexpress().get('/menu', async (req, res) => {\n  const menu = await readFile('menu.json', 'utf8');\n  res.send(JSON.parse(menu));\n});\n`,
  ),
  row(
    'a handler of a declared, imported type',
    `import type { RequestListener } from 'node:http';\nexport const serve: RequestListener = (request, response) => {\n  response.end(⟦readFileSync⟧('menu.json'));\n};\n`,
    `import type { RequestListener } from 'node:http';\nexport const serve: RequestListener = async (request, response) => {\n  response.end(await readFile('menu.json'));\n};\n`,
  ),
  row(
    'inside try, catch and finally',
    `export async function open(path: string) {\n  try {\n    return path;\n  } finally {\n    console.log(⟦readFileSync⟧(path));\n  }\n}\n`,
    `export async function open(path: string) {\n  try {\n    return path;\n  } finally {\n    console.log(await readFile(path));\n  }\n}\n`,
  ),
  row(
    'in the header of a loop',
    `export async function lines(path: string) {\n  for (let at = 0; at < ⟦readFileSync⟧(path).length; at++) console.log(at);\n}\n`,
    `export async function lines(path: string) {\n  for (let at = 0; at < (await readFile(path)).length; at++) console.log(at);\n}\n`,
  ),
  row(
    'a default inside the body',
    `export async function open(path: string, { menu = ⟦readFileSync⟧(path) } = {}) {\n  return menu;\n}\n`
      .replace('{ menu = ⟦readFileSync⟧(path) } = {}', 'options: { menu?: Buffer }')
      .replace('return menu', 'const { menu = ⟦readFileSync⟧(path) } = options;\n  return menu'),
    `export async function open(path: string, options: { menu?: Buffer }) {\n  const { menu = await readFile(path) } = options;\n  return menu;\n}\n`,
  ),
  row(
    'after a wait, where nothing comes later than before',
    `import type { WebSocket } from 'ws';\nexport async function greet(socket: WebSocket, ready: Promise<void>) {\n  await ready;\n  const menu = ⟦readFileSync⟧('menu');\n  socket.on('message', () => socket.send(menu));\n}\n`,
    `import type { WebSocket } from 'ws';\nexport async function greet(socket: WebSocket, ready: Promise<void>) {\n  await ready;\n  const menu = await readFile('menu');\n  socket.on('message', () => socket.send(menu));\n}\n`,
  ),
  row(
    'a caller in the same file that waits',
    `const load = (path: string) => ⟦readFileSync⟧(path);\nexport const first = async (path: string) => (await load(path)).at(0);\nexport const all = async (path: string) => load(path);\n`,
    `const load = async (path: string) => await readFile(path);\nexport const first = async (path: string) => (await load(path)).at(0);\nexport const all = async (path: string) => load(path);\n`,
  ),
];

const expression = (name: string, before: string, after: string): RewriteCase =>
  row(
    name,
    `export const get = async (path: string) => ${before};\n`,
    `export const get = async (path: string) => ${after};\n`,
  );

export const expressions: readonly RewriteCase[] = [
  expression('a member', `⟦readFileSync⟧(path).length`, `(await readFile(path)).length`),
  expression('a method', `⟦readFileSync⟧(path).toString()`, `(await readFile(path)).toString()`),
  expression('an optional member', `⟦readFileSync⟧(path)?.length`, `(await readFile(path))?.length`),
  expression('an element', `⟦readFileSync⟧(path)[0]`, `(await readFile(path))[0]`),
  expression('a template', '`${⟦readFileSync⟧(path)}!`', '`${await readFile(path)}!`'),
  expression('a non-null mark', `⟦readFileSync⟧(path)!`, `(await readFile(path))!`),
  expression('a type assertion', `⟦readFileSync⟧(path) as Uint8Array`, `await readFile(path) as Uint8Array`),
  expression('an old type assertion', `<Uint8Array>⟦readFileSync⟧(path)`, `<Uint8Array>await readFile(path)`),
  expression('a negation', `!⟦readFileSync⟧(path)`, `!await readFile(path)`),
  expression(
    'the left of a power',
    `(⟦readFileSync⟧(path) as unknown as number) ** 2`,
    `(await readFile(path) as unknown as number) ** 2`,
  ),
  expression('an operand', `path + ⟦readFileSync⟧(path)`, `path + await readFile(path)`),
  expression('a spread', `[...⟦readFileSync⟧(path)]`, `[...await readFile(path)]`),
  expression('an argument', `String(⟦readFileSync⟧(path))`, `String(await readFile(path))`),
  expression('a condition', `path ? ⟦readFileSync⟧(path) : undefined`, `path ? await readFile(path) : undefined`),
  expression('parentheses that are there', `(⟦readFileSync⟧(path)).length`, `(await readFile(path)).length`),
];

/** Parsed and compared only: the results are no sound TypeScript, or no TypeScript at all. */
export const untypedPlaces: readonly RewriteCase[] = [
  {
    name: 'the left of a power, bare',
    file: 'shop.mjs',
    before: `${imports}export const get = async path => ⟦readFileSync⟧(path) ** 2;\n`,
    after: `${promises}export const get = async path => (await readFile(path)) ** 2;\n`,
  },
  {
    name: 'the right of a power',
    file: 'shop.mjs',
    before: `${imports}export const get = async path => 2 ** ⟦readFileSync⟧(path);\n`,
    after: `${promises}export const get = async path => 2 ** await readFile(path);\n`,
  },
  {
    name: 'a callee',
    file: 'shop.mjs',
    before: `${imports}export const get = async path => ⟦readFileSync⟧(path)();\n`,
    after: `${promises}export const get = async path => (await readFile(path))();\n`,
  },
  {
    name: 'a template tag',
    file: 'shop.mjs',
    before: `${imports}export const get = async path => ⟦readFileSync⟧(path)\`menu\`;\n`,
    after: `${promises}export const get = async path => (await readFile(path))\`menu\`;\n`,
  },
  {
    name: 'a superclass',
    file: 'shop.mjs',
    before: `${imports}export const get = async path => class extends ⟦readFileSync⟧(path) {};\n`,
    after: `${promises}export const get = async path => class extends (await readFile(path)) {};\n`,
  },
  {
    name: 'the top level of an ES module',
    file: 'shop.mjs',
    before: `${imports}export const menu = ⟦readFileSync⟧('menu');\n`,
    after: `${promises}export const menu = await readFile('menu');\n`,
  },
  {
    name: 'a line that would continue the one before',
    file: 'shop.mjs',
    before: `import { readFileSync } from 'node:fs'\nexport const get = async path => {\n  const shop = path\n  ⟦readFileSync⟧(path).toString()\n}\n`,
    after: `import { readFile } from 'node:fs/promises'\nexport const get = async path => {\n  const shop = path\n  ;(await readFile(path)).toString()\n}\n`,
  },
  {
    name: 'a line after a block',
    file: 'shop.mjs',
    before: `import { readFileSync } from 'node:fs'\nexport const get = async path => {\n  if (path) { path = '' }\n  ⟦readFileSync⟧(path).toString()\n}\n`,
    after: `import { readFile } from 'node:fs/promises'\nexport const get = async path => {\n  if (path) { path = '' }\n  (await readFile(path)).toString()\n}\n`,
  },
];
