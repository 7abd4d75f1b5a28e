/** Small programs say the same before and after the rewrite. */
import assert from 'node:assert/strict';
import { rewrite, unmark } from './rewrite-case.js';
import { runsPrograms } from './run-program.js';

const programs: readonly { readonly name: string; readonly file: string; readonly text: string }[] = [
  {
    name: 'reads a file that is there and one that is not',
    file: 'read.mjs',
    text: `import { readFileSync } from 'node:fs';
const open = async path => {
  try {
    return ⟦readFileSync⟧(path, 'utf8').trim();
  } catch (error) {
    return error.code;
  }
};
console.log(await open('menu.txt'), await open('none.txt'));
`,
  },
  {
    name: 'asks whether files exist',
    file: 'exists.cjs',
    text: `const fs = require('fs');
async function has(path) {
  return !fs.⟦existsSync⟧(path) && path;
}
(async () => console.log(await has('menu.txt'), await has('none.txt'), await has(undefined)))();
`,
  },
  {
    name: 'packs text',
    file: 'pack.cjs',
    text: `const { gzipSync, gunzipSync } = require('zlib')
const pack = async text => ⟦gzipSync⟧(text, { level: 9 }).toString('base64')
;(async () => console.log(gunzipSync(Buffer.from(await pack('menu'), 'base64')).toString()))()
`,
  },
  {
    name: 'derives a key',
    file: 'derive.mjs',
    text: `import * as crypto from 'crypto'
const derive = async word => {
  const salt = 'salt'
  crypto.⟦scryptSync⟧(word, salt, 16).copy(key)
}
const key = Buffer.alloc(16)
await derive('menu')
console.log(key.toString('hex'))
`,
  },
  {
    name: 'lists a folder in a loop header, as an event handler',
    file: 'list.mjs',
    text: `import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
const shop = new EventEmitter();
shop.on('visit', path => {
  for (const name of ⟦readdirSync⟧(path).sort()) if (name.endsWith('.txt')) console.log(name);
});
shop.emit('visit', '.');
`,
  },
  {
    name: 'answers a request',
    file: 'serve.cjs',
    text: `'use strict'
const http = require('http')
const { readFileSync } = require('fs')
const server = http.createServer((request, response) => {
  const menu = ⟦readFileSync⟧('menu.txt', 'utf8')
  response.setHeader('x-size', menu.length)
  response.end(menu)
})
server.listen(0, async () => {
  const answer = await fetch('http://localhost:' + server.address().port)
  console.log(answer.headers.get('x-size'), await answer.text())
  server.close()
})
`,
  },
  ...["{ encoding: 'utf8' }", "{ stdio: 'pipe' }", undefined].map(options => ({
    name: `runs commands that work, that fail and that read, with ${options ?? 'no options'}`,
    file: 'run.mjs',
    text: `import { execSync } from 'node:child_process';
const run = async command => {
  try {
    return ⟦execSync⟧(command${options === undefined ? '' : `, ${options}`});
  } catch ({ status, message, stdout, stderr }) {
    return [status, message.trim(), stdout, stderr];
  }
};
process.stderr.write = text => { if (String(text) !== '') console.log('stderr', String(text)); };
for (const command of ['echo tea', 'echo tea; echo no >&2; exit 3', 'cat', 'none-such', "kill -TERM $$"]) console.log(await run(command));
`,
  })),
  {
    name: 'runs programs that are there and that are not',
    file: 'run-file.cjs',
    text: `const { execFileSync } = require('node:child_process');
async function run(file, ...args) {
  try {
    return ⟦execFileSync⟧(file, args);
  } catch ({ status, code, stdout }) {
    return [status, typeof code === 'string' && code, String(stdout ?? '')];
  }
}
process.stderr.write = text => { if (String(text) !== '') console.log('stderr', String(text)); };
(async () => { for (const file of ['echo', 'none-such', 'false']) console.log(String(await run(file, 'tea'))); })();
`,
  },
  ...[
    "{ encoding: 'utf8' }",
    '',
    "{ stdio: ['ignore', 'pipe', 'pipe'], encoding: 'latin1' }",
    "{ stdio: 'ignore' }",
  ].map((options, at) => ({
    name: `spawns programs that are there and that are not, ${options === '' ? 'without options' : options}`,
    file: `spawn-${String(at)}.mjs`,
    text: `import { spawnSync } from 'node:child_process';
const show = value => value && String(value);
async function run(program, ...args) {
  const { status, signal, output, stdout, stderr, error } = ⟦spawnSync⟧(program, args${options === '' ? '' : `, ${options}`});
  if (error) return [error.code, status, signal].join();
  return JSON.stringify([status, signal, output?.map(show), show(stdout), show(stderr), typeof stdout]);
}
console.log(await run('echo', 'tea'));
console.log(await run('sh', '-c', 'echo tea; echo no >&2; exit 3'), await run('sh', '-c', 'kill -TERM $$'));
console.log(await run('none-such'), await run('cat'));
`,
  })),
  {
    name: 'writes in order',
    file: 'write.mjs',
    text: `import fs, { readFileSync } from 'node:fs';
class Log {
  async add(line) {
    fs.writeFileSync('log', line);
    return [⟦readFileSync⟧('log', 'utf8'), line].join();
  }
}
console.log(await new Log().add('a'), await new Log().add('b'));
`,
  },
];

describe('Replace with `await …` keeps what a program says', function () {
  this.timeout(60_000);
  const output = runsPrograms();

  for (const { name, file, text } of programs) {
    it(name, () => {
      const made = rewrite(text, file);
      assert.ok('text' in made, 'refused' in made ? made.refused : '');
      const before = output(file, unmark(text).text);
      assert.notEqual(before, '');
      assert.equal(output(file, made.text), before);
    });
  }
});
