import type { Files } from './cascade-case.js';

export interface Refused {
  readonly name: string;
  readonly files: Files;
  readonly why: RegExp;
  /** Text of the line that is in the way. */
  readonly at: string;
}

/** A module with a function `load` that reads a file, and a server whose handler does something with it. */
function server(uses: string, load = 'export function load(path) { return readFileSync(path, "utf8"); }'): Files {
  return {
    'main.mjs': `import { readFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
${load}
${uses}
`,
  };
}

const handler = (body: string): string => `createServer((request, response) => {\n${body}\nresponse.end();\n});`;

export const refused: readonly Refused[] = [
  {
    name: 'a constructor',
    files: server(
      `class Page {\nconstructor(path) { this.text = load(path); }\n}\n${handler('new Page(request.url);')}`,
    ),
    why: /A constructor cannot wait/,
    at: 'constructor(path)',
  },
  {
    name: 'a comparison',
    files: server(handler("['a', 'b'].sort((a, b) => load(a).length - load(b).length);")),
    why: /sort` .*wait/,
    at: '.sort(',
  },
  {
    name: 'a predicate',
    files: server(handler("['a', 'b'].find(name => load(name));")),
    why: /find` .*wait/,
    at: '.find(',
  },
  {
    name: 'a test that is told by a callback when it ends',
    files: {
      'main.mjs': `import { readFileSync } from 'node:fs';\nit('reads', done => {\nreadFileSync('a');\ndone();\n});`,
    },
    why: /`it` waits for `done` or for a promise, not for both/,
    at: 'done =>',
  },
  {
    name: 'a suite, which collects its tests at once',
    files: {
      'main.mjs': `import { readFileSync } from 'node:fs';\ndescribe('tea', () => {\nreadFileSync('a');\n});`,
    },
    why: /`describe` does not wait for a promise/,
    at: '() =>',
  },
  {
    name: 'a generator',
    files: server(
      `function* lines() { yield load('a'); }\n${handler('for (const line of lines()) response.write(line);')}`,
    ),
    why: /A generator hands out its values at once/,
    at: 'function* lines',
  },
  {
    name: 'a listener that nobody waits for',
    files: server(`new EventEmitter().on('menu', path => {\nload(path);\n});`),
    why: /Whoever emits `menu` goes on at once with what this listener did/,
    at: ".on('menu'",
  },
  {
    name: 'a listener beside others of the same stream',
    files: server(handler("request.on('data', chunk => { load(String(chunk)); });")),
    why: /What `data` hands over has to be taken in its order/,
    at: ".on('data'",
  },
  {
    name: 'a function whose answer code out of sight may read',
    files: server(`import { inspect } from 'node:util';\n${handler("inspect(response, () => load('a'));")}`),
    why: /handed over here, and nothing shows whether its answer is waited for/,
    at: 'inspect(response',
  },
  {
    name: 'a timer',
    files: server('setInterval(() => {\nload("a");\n}, 1000);'),
    why: /Nobody would handle a rejection/,
    at: 'setInterval(',
  },
  {
    name: 'an optional chain',
    files: server(`const store = { load };\n${handler("store?.load('a').trim();")}`),
    why: /optional chain/,
    at: 'store?.load',
  },
  {
    name: 'a handler that is handed to code out of sight, too',
    files: server(
      `import { register } from 'somewhere';\nconst answer = (request, response) => { load('a'); };\nregister(answer);\ncreateServer(answer);\n`,
    ),
    why: /`answer` is handed over here/,
    at: 'register(answer)',
  },
  {
    name: 'a handler that the package offers',
    files: {
      ...server("export const answer = () => { load('a'); };\ncreateServer(answer);\n"),
      'package.json': '{ "name": "tea", "main": "main.mjs" }',
    },
    why: /`answer` is offered by the package, whose users would get a promise/,
    at: 'answer = ()',
  },
  {
    name: 'a function without a name that others go on calling',
    files: {
      ...server(handler("read('a');"), "import read from './read.mjs';\nclass Menu { text = read('b'); }\nnew Menu();"),
      'read.mjs': "import { readFileSync } from 'node:fs';\nexport default path => readFileSync(path, 'utf8');\n",
    },
    why: /give it a name, for an async form of another/,
    at: 'export default',
  },
  {
    name: 'a function that others go on calling, with an async form already',
    files: server(
      `export const loadAsync = 1;\nclass Menu { text = load('b'); }\nnew Menu();\n${handler("load('a');")}`,
    ),
    why: /There is `loadAsync` already/,
    at: 'function load',
  },
  {
    name: 'a method of an interface that others go on calling',
    files: {
      'main.mts': `import { readFileSync } from 'node:fs';\nimport { createServer } from 'node:http';\ninterface Loads { load(path: string): string }\nclass Files implements Loads {\nload(path: string): string { return readFileSync(path, 'utf8'); }\n}\nconst files: Loads = new Files();\nclass Menu { text = files.load('b'); }\nnew Menu();\n${handler("files.load('a');")}`,
    },
    why: /`Files\.load` is declared by an interface or abstract method/,
    at: 'load(path: string): string {',
  },
  {
    name: 'a test that mocks what is called',
    files: {
      ...server(handler("load('a');")),
      'main.test.mjs':
        "import { vi } from 'vitest';\nvi.mock('fs', () => ({ readFileSync: () => 'tea' }));\nawait import('./main.mjs');\n",
    },
    why: /A test mocks `fs` here, .* mock `readFile`, too/,
    at: "vi.mock('fs'",
  },
  {
    name: 'a test that spies on what handlers would not call any more',
    files: {
      ...server(
        `const files = { read(path) { return load(path); } };\nclass Menu { text = files.read('b'); }\nnew Menu();\n${handler("files.read('a');")}\nexport { files };`,
      ),
      'start.mjs': "import './main.mjs';\n",
      'main.test.mjs':
        "const { files } = await import('./main.mjs');\njest.spyOn(files, 'read').mockReturnValue('tea');\n",
    },
    why: /A test mocks `read` here, .* mock `readAsync`, too/,
    at: "jest.spyOn(files, 'read')",
  },
  {
    name: 'a text that may as well be read at start-up',
    files: server(
      `class Page {\nconstructor() { this.text = readFileSync('page.html', 'utf8'); }\n}\n${handler('new Page();')}`,
    ),
    why: /A constructor cannot wait.* What it reads does not depend on the event, so it could be read once at start-up/,
    at: 'constructor()',
  },
  {
    name: 'a call without a promise form of the same result',
    files: {
      'main.mjs': `import { openSync } from 'node:fs';\nimport { createServer } from 'node:http';\n${handler("openSync('date');")}`,
    },
    why: /No promise form with the same result .* worker thread/,
    at: "openSync('date')",
  },
  {
    name: 'a count that two runs could overwrite',
    files: server(`let hits = 0;\n${handler("const before = hits;\nload('a');\nhits = before + 1;")}`),
    why: /`hits` is read before the wait and written after it/,
    at: "load('a')",
  },
  {
    name: 'a list of answers that a loop cannot make',
    files: server(handler("response.write('menu', ['a'].map(name => load(name)).join());")),
    why: /`map` calls it and goes on without waiting/,
    at: '.map(',
  },
  {
    name: 'the top level of a module that cannot wait',
    files: {
      'main.cjs': `const { readFileSync } = require('fs');\nconst { createServer } = require('http');\nfunction load(path) { return readFileSync(path); }\nconst title = load('title');\ncreateServer();\n`,
    },
    why: /top level of this module `await` may not be available/,
    at: "load('title')",
  },
];
