import type { Files } from './cascade-case.js';

/** Asks the server of the program itself and prints what it says. */
const ASK = `
server.listen(0, '127.0.0.1', async () => {
  for (const path of ['/menu.txt', '/none.txt']) {
    const answer = await fetch(\`http://127.0.0.1:\${server.address().port}\${path}\`);
    console.log(answer.status, await answer.text());
  }
  server.close();
});
`;

export interface Applied {
  readonly name: string;
  readonly files: Files;
  /** Text of every file that the plan changes. */
  readonly after: Files;
}

/** Programs that run: each is started before and after its plan, in a folder with a file `menu.txt`. */
export const applied: readonly Applied[] = [
  {
    name: 'through functions and files, up to the handler',
    files: {
      'load.mjs': `import { readFileSync } from 'node:fs';
export function load(path) {
  return readFileSync('.' + path, 'utf8');
}
`,
      'page.mjs': `import { load } from './load.mjs';
export const page = path => \`<\${load(path).trim()}>\`;
`,
      'main.mjs': `import { createServer } from 'node:http';
import { page } from './page.mjs';
const server = createServer((request, response) => {
  try {
    response.end(page(request.url));
  } catch (error) {
    response.writeHead(404).end(error.code);
  }
});
${ASK}`,
    },
    after: {
      'load.mjs': `import { readFile } from 'node:fs/promises';
export async function load(path) {
  return await readFile('.' + path, 'utf8');
}
`,
      'page.mjs': `import { load } from './load.mjs';
export const page = async path => \`<\${(await load(path)).trim()}>\`;
`,
      'main.mjs': `import { createServer } from 'node:http';
import { page } from './page.mjs';
const server = createServer(async (request, response) => {
  try {
    response.end(await page(request.url));
  } catch (error) {
    response.writeHead(404).end(error.code);
  }
});
${ASK}`,
    },
  },
  {
    name: 'through methods, `try` and conditions',
    files: {
      'main.mjs': `import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
class Menu {
  read(path) {
    try {
      return this.text(path);
    } catch {
      return 'nothing';
    }
  }
  text(path) {
    return readFileSync('.' + path, 'utf8').trim() || 'empty';
  }
}
const menu = new Menu();
const server = createServer((request, response) => {
  const text = request.method === 'GET' ? menu.read(request.url) : '';
  if (!menu.read(request.url)) response.statusCode = 204;
  response.end([...menu.read(request.url)].join('') + text);
});
${ASK}`,
    },
    after: {
      'main.mjs': `import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
class Menu {
  async read(path) {
    try {
      return await this.text(path);
    } catch {
      return 'nothing';
    }
  }
  async text(path) {
    return (await readFile('.' + path, 'utf8')).trim() || 'empty';
  }
}
const menu = new Menu();
const server = createServer(async (request, response) => {
  const text = request.method === 'GET' ? await menu.read(request.url) : '';
  if (!await menu.read(request.url)) response.statusCode = 204;
  response.end([...await menu.read(request.url)].join('') + text);
});
${ASK}`,
    },
  },
  {
    name: 'with loops in place of `forEach` and `map`',
    files: {
      'main.mjs': `import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
const NAMES = ['menu.txt', '', 'menu.txt'];
const read = name => readFileSync(name, 'utf8').trim();
const server = createServer((request, response) => {
  let all = '';
  NAMES.forEach(name => {
    if (name === '') return;
    all += name.length;
    const text = read(name);
    all += text;
  });
  const sizes = NAMES.filter(Boolean).map(name => read(name).length);
  response.end(all + sizes.join());
});
${ASK}`,
    },
    after: {
      'main.mjs': `import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
const NAMES = ['menu.txt', '', 'menu.txt'];
const read = async name => (await readFile(name, 'utf8')).trim();
const server = createServer(async (request, response) => {
  let all = '';
  for (const name of NAMES) {
    if (name === '') continue;
    all += name.length;
    const text = await read(name);
    all += text;
  }
  const sizes = [];
  for (const name of NAMES.filter(Boolean)) sizes.push((await read(name)).length);
  response.end(all + sizes.join());
});
${ASK}`,
    },
  },
  {
    name: 'through recursion and the callback of a promise, with JSDoc',
    files: {
      'main.cjs': `const { readFileSync } = require('fs');
const { createServer } = require('http');
/** @returns {string} */
function deep(path, depth) {
  return depth === 0 ? readFileSync(path, 'utf8').trim() : deep(path, depth - 1) + depth;
}
const server = createServer((request, response) => {
  Promise.resolve(3)
    .then(depth => deep('.' + request.url, depth))
    .then(text => response.end(text), error => response.end(error.code));
});
${ASK}`,
    },
    after: {
      'main.cjs': `const { readFile } = require('fs/promises');
const { createServer } = require('http');
/** @returns {Promise<string>} */
async function deep(path, depth) {
  return depth === 0 ? (await readFile(path, 'utf8')).trim() : await deep(path, depth - 1) + depth;
}
const server = createServer((request, response) => {
  Promise.resolve(3)
    .then(async depth => await deep('.' + request.url, depth))
    .then(text => response.end(text), error => response.end(error.code));
});
${ASK}`,
    },
  },
  {
    name: 'with the interface, the abstract class and those who share them',
    files: {
      'store.ts': `export interface Store {
  /** What a page says. */
  get(path: string): string;
}
export abstract class Named implements Store {
  abstract get(path: string): string;
  title(path: string): string {
    return this.get(path).toUpperCase();
  }
}
`,
      'disk.ts': `import { readFileSync } from 'node:fs';
import { Named } from './store.js';
export class Disk extends Named {
  get(path: string): string {
    return readFileSync('.' + path, 'utf8').trim();
  }
}
`,
      'memory.ts': `import type { Store } from './store.js';
export class Memory implements Store {
  get(path: string): string {
    return path;
  }
}
`,
      'main.ts': `import { createServer } from 'node:http';
import { Disk } from './disk.js';
import { Memory } from './memory.js';
import type { Store } from './store.js';
const stores: Store[] = [new Memory(), new Disk()];
const server = createServer((request, response) => {
  try {
    let text = new Disk().title(request.url!);
    for (const store of stores) text += store.get(request.url!);
    response.end(text);
  } catch {
    response.end('none');
  }
});
${ASK.replace('server.address()', '(server.address() as { port: number })')}`,
    },
    after: {
      'store.ts': `export interface Store {
  /** What a page says. */
  get(path: string): Promise<string>;
}
export abstract class Named implements Store {
  abstract get(path: string): Promise<string>;
  async title(path: string): Promise<string> {
    return (await this.get(path)).toUpperCase();
  }
}
`,
      'disk.ts': `import { readFile } from 'node:fs/promises';
import { Named } from './store.js';
export class Disk extends Named {
  async get(path: string): Promise<string> {
    return (await readFile('.' + path, 'utf8')).trim();
  }
}
`,
      'memory.ts': `import type { Store } from './store.js';
export class Memory implements Store {
  async get(path: string): Promise<string> {
    return path;
  }
}
`,
      'main.ts': `import { createServer } from 'node:http';
import { Disk } from './disk.js';
import { Memory } from './memory.js';
import type { Store } from './store.js';
const stores: Store[] = [new Memory(), new Disk()];
const server = createServer(async (request, response) => {
  try {
    let text = await new Disk().title(request.url!);
    for (const store of stores) text += await store.get(request.url!);
    response.end(text);
  } catch {
    response.end('none');
  }
});
${ASK.replace('server.address()', '(server.address() as { port: number })')}`,
    },
  },
  {
    name: 'into callbacks of Node, which throw what nobody takes as they did before',
    files: {
      'main.mjs': `import { readFileSync, stat } from 'node:fs';
import { createServer } from 'node:http';
process.on('uncaughtException', error => console.log('uncaught', error.code));
const server = createServer((request, response) => {
  stat('menu.txt', (error, { size }) => {
    response.end(size + readFileSync('.' + request.url, 'utf8'));
  });
  setTimeout(() => response.end('nothing'), 300);
});
${ASK}`,
    },
    after: {
      'main.mjs': `import { stat } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
process.on('uncaughtException', error => console.log('uncaught', error.code));
const server = createServer((request, response) => {
  stat('menu.txt', async (error, { size }) => {
    try {
      response.end(size + await readFile('.' + request.url, 'utf8'));
    } catch (reason) {
      queueMicrotask(() => { throw reason; });
    }
  });
  setTimeout(() => response.end('nothing'), 300);
});
${ASK}`,
    },
  },
  {
    name: 'into lists that are filtered and told by their positions',
    files: {
      'main.mjs': `import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
const has = name => existsSync(name);
function names(path) {
  return ['none', path].filter((name, at) => at > 0 && has(name));
}
const server = createServer((request, response) => {
  response.end(names('.' + request.url).map((name, at) => at + name).join());
});
${ASK}`,
    },
    after: {
      'main.mjs': `import { access } from 'node:fs/promises';
import { createServer } from 'node:http';
const has = async name => await access(name).then(() => true, () => false);
async function names(path) {
  const kept = [];
  for (const [at, name] of ['none', path].entries()) if (at > 0 && await has(name)) kept.push(name);
  return kept;
}
const server = createServer(async (request, response) => {
  response.end((await names('.' + request.url)).map((name, at) => at + name).join());
});
${ASK}`,
    },
  },
  {
    name: 'beside a function that start-up goes on calling',
    files: {
      'load.cjs': `const { readFileSync } = require('node:fs');

/** Reads a text. */
function load(path) {
  return readFileSync(path, 'utf8');
}

module.exports = { load };
`,
      'main.cjs': `const { createServer } = require('node:http');
const { load } = require('./load.cjs');
const title = load('./menu.txt').trim();
const server = createServer((request, response) => {
  try {
    response.end(title + load('.' + request.url));
  } catch (error) {
    response.writeHead(404).end(error.code);
  }
});
${ASK}`,
    },
    after: {
      'load.cjs': `const { readFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');

/** Reads a text. */
function load(path) {
  return readFileSync(path, 'utf8');
}

/** Reads a text. */
async function loadAsync(path) {
  return await readFile(path, 'utf8');
}

module.exports = { load, loadAsync };
`,
      'main.cjs': `const { createServer } = require('node:http');
const { load, loadAsync } = require('./load.cjs');
const title = load('./menu.txt').trim();
const server = createServer(async (request, response) => {
  try {
    response.end(title + await loadAsync('.' + request.url));
  } catch (error) {
    response.writeHead(404).end(error.code);
  }
});
${ASK}`,
    },
  },
  {
    name: 'beside methods that a package offers, with all that they call',
    files: {
      'package.json': '{ "name": "tea", "main": "store.mjs" }',
      'store.mjs': `import { existsSync, readFileSync } from 'node:fs';
export class Store {
  #folder = '.';
  readSync(path) {
    return this.#text(path);
  }
  #text(path) {
    if (!existsSync(this.#folder + path)) return '';
    return readFileSync(this.#folder + path, 'utf8');
  }
}
export class LoudStore extends Store {
  readSync(path) {
    return super.readSync(path).toUpperCase();
  }
}
`,
      'main.mjs': `import { createServer } from 'node:http';
import { LoudStore, Store } from './store.mjs';
const store = process.argv.length > 9 ? new Store() : new LoudStore();
const server = createServer((request, response) => {
  response.end(store.readSync(request.url));
});
${ASK}`,
    },
    after: {
      'store.mjs': `import { existsSync, readFileSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
export class Store {
  #folder = '.';
  readSync(path) {
    return this.#text(path);
  }

  async read(path) {
    return await this.#textAsync(path);
  }
  #text(path) {
    if (!existsSync(this.#folder + path)) return '';
    return readFileSync(this.#folder + path, 'utf8');
  }

  async #textAsync(path) {
    if (!await access(this.#folder + path).then(() => true, () => false)) return '';
    return await readFile(this.#folder + path, 'utf8');
  }
}
export class LoudStore extends Store {
  readSync(path) {
    return super.readSync(path).toUpperCase();
  }

  async read(path) {
    return (await super.read(path)).toUpperCase();
  }
}
`,
      'main.mjs': `import { createServer } from 'node:http';
import { LoudStore, Store } from './store.mjs';
const store = process.argv.length > 9 ? new Store() : new LoudStore();
const server = createServer(async (request, response) => {
  response.end(await store.read(request.url));
});
${ASK}`,
    },
  },
  {
    name: 'beside functions in objects, fields and exports that start-up goes on calling',
    files: {
      'load.cjs': `const fs = require('node:fs');
exports.load = function (path) {
  return fs.readFileSync(path, 'utf8');
};
`,
      'page.mjs': `import loads from './load.cjs';
export const pages = {
  page: path => \`<\${loads.load(path).trim()}>\`,
};
export default function title() {
  return pages.page('./menu.txt');
}
`,
      'main.mjs': `import { createServer } from 'node:http';
import title, { pages } from './page.mjs';
class Menu {
  title = title();
  read = path => title() + pages.page('.' + path);
}
const menu = new Menu();
menu.first = menu.read('/menu.txt');
const server = createServer((request, response) => {
  try {
    response.end(title() + menu.read(request.url));
  } catch (error) {
    response.writeHead(404).end(error.code);
  }
});
${ASK}`,
    },
    after: {
      'load.cjs': `const fs = require('node:fs');
exports.load = function (path) {
  return fs.readFileSync(path, 'utf8');
};

exports.loadAsync = async function (path) {
  return await fs.promises.readFile(path, 'utf8');
};
`,
      'page.mjs': `import loads from './load.cjs';
export const pages = {
  page: path => \`<\${loads.load(path).trim()}>\`,
  pageAsync: async path => \`<\${(await loads.loadAsync(path)).trim()}>\`,
};
export default function title() {
  return pages.page('./menu.txt');
}

export async function titleAsync() {
  return await pages.pageAsync('./menu.txt');
}
`,
      'main.mjs': `import { createServer } from 'node:http';
import title, { pages, titleAsync } from './page.mjs';
class Menu {
  title = title();
  read = path => title() + pages.page('.' + path);
  readAsync = async path => await titleAsync() + await pages.pageAsync('.' + path);
}
const menu = new Menu();
menu.first = menu.read('/menu.txt');
const server = createServer(async (request, response) => {
  try {
    response.end(await titleAsync() + await menu.readAsync(request.url));
  } catch (error) {
    response.writeHead(404).end(error.code);
  }
});
${ASK}`,
    },
  },
  {
    name: 'to listeners that nobody waits for, whose errors go where they went before',
    files: {
      'main.mjs': `import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
let menu = '';
const load = path => readFileSync(path, 'utf8');
const server = createServer((request, response) => {
  response.on('finish', () => {
    menu = load('menu.txt');
  });
  response.end('tea');
});
server.on('clientError', (error, socket) => socket.end(load('none.txt')));
${ASK}`,
    },
    after: {
      'main.mjs': `import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
let menu = '';
const load = async path => await readFile(path, 'utf8');
const server = createServer((request, response) => {
  response.on('finish', async () => {
    try {
      menu = await load('menu.txt');
    } catch (error) {
      queueMicrotask(() => { throw error; });
    }
  });
  response.end('tea');
});
server.on('clientError', async (error, socket) => { try { socket.end(await load('none.txt')); } catch (reason) { queueMicrotask(() => { throw reason; }); } });
${ASK}`,
    },
  },
  {
    name: 'beside a function that another file passes on',
    files: {
      'load.mjs': `import { readFileSync } from 'node:fs';
export const load = path => readFileSync(path, 'utf8');
`,
      'all.mjs': `export { load } from './load.mjs';
`,
      'main.mjs': `import { createServer } from 'node:http';
import { load } from './all.mjs';
class Menu {
  text = load('menu.txt');
}
const server = createServer((request, response) => response.end(new URL(load('menu.txt'), 'http://tea').pathname));
new Menu();
${ASK}`,
    },
    after: {
      'load.mjs': `import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
export const load = path => readFileSync(path, 'utf8');
export const loadAsync = async path => await readFile(path, 'utf8');
`,
      'all.mjs': `export { load, loadAsync } from './load.mjs';
`,
      'main.mjs': `import { createServer } from 'node:http';
import { load, loadAsync } from './all.mjs';
class Menu {
  text = load('menu.txt');
}
const server = createServer(async (request, response) => response.end(new URL(await loadAsync('menu.txt'), 'http://tea').pathname));
new Menu();
${ASK}`,
    },
  },
  {
    name: 'beside a method that start-up goes on calling, with an override that waits already',
    files: {
      'main.mjs': `import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
class Store {
  text(path) {
    return readFileSync(path, 'utf8');
  }
  page(path) {
    return this.text(path).trim();
  }
}
class SlowStore extends Store {
  async page(path) {
    await null;
    return this.text(path);
  }
}
class Menu {
  first = new Store().page('menu.txt');
}
const { first } = new Menu();
const stores = [new Store(), new SlowStore()];
const server = createServer(async (request, response) => {
  const pages = [];
  for (const store of stores) pages.push(await store.page('menu.txt'));
  response.end(first + pages.join());
});
${ASK}`,
    },
    after: {
      'main.mjs': `import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
class Store {
  text(path) {
    return readFileSync(path, 'utf8');
  }

  async textAsync(path) {
    return await readFile(path, 'utf8');
  }
  page(path) {
    return this.text(path).trim();
  }

  async pageAsync(path) {
    return (await this.textAsync(path)).trim();
  }
}
class SlowStore extends Store {
  async page(path) {
    await null;
    return await this.textAsync(path);
  }

  async pageAsync(path) {
    await null;
    return await this.textAsync(path);
  }
}
class Menu {
  first = new Store().page('menu.txt');
}
const { first } = new Menu();
const stores = [new Store(), new SlowStore()];
const server = createServer(async (request, response) => {
  const pages = [];
  for (const store of stores) pages.push(await store.pageAsync('menu.txt'));
  response.end(first + pages.join());
});
${ASK}`,
    },
  },
];
