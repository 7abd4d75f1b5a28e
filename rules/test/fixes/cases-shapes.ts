import type { RewriteCase } from './rewrite-case.js';

/** The function that a rewrite of `execSync` adds, in JavaScript. */
const EXEC = `
/** As \`execSync\`, but everything else goes on while the process runs. */
function execAsync(command, options = {}) {
  return new Promise((resolve, reject) => {
    const child = exec(command, { ...options, encoding: 'buffer' }, (error, stdout, stderr) => {
      if (stderr.length > 0) process.stderr.write(stderr);
      if (!error) return resolve(stdout);
      const status = typeof error.code === 'number' ? error.code : null;
      reject(Object.assign(error, { status, stdout, stderr }));
    });
    child.stdin?.end();
  });
}
`;

/** The shapes of promise forms, and packages with forms of their own. */
export const shapes: readonly RewriteCase[] = [
  {
    name: 'a call for its effect',
    before: `import fs from 'node:fs';\nexport function drop(path: string): void {\n  fs.⟦unlinkSync⟧(path);\n}\n`,
    after: `import fs from 'node:fs';\nexport async function drop(path: string): Promise<void> {\n  await fs.promises.unlink(path);\n}\n`,
  },
  {
    name: 'exists',
    before: `import { existsSync } from 'node:fs';\nexport const has = async (path: string): Promise<boolean> => ⟦existsSync⟧(path);\n`,
    after: `import { access } from 'node:fs/promises';\nexport const has = async (path: string): Promise<boolean> => await access(path).then(() => true, () => false);\n`,
  },
  {
    name: 'exists, negated and in a condition',
    before: `import fs from 'node:fs';\nexport async function ensure(path: string) {\n  if (!fs.⟦existsSync⟧(path) && path) fs.mkdirSync(path);\n}\n`,
    after: `import fs from 'node:fs';\nexport async function ensure(path: string) {\n  if (!await fs.promises.access(path).then(() => true, () => false) && path) fs.mkdirSync(path);\n}\n`,
  },
  {
    name: 'exists, as the start of a member',
    before: `import fs from 'node:fs';\nexport const has = async (path: string) => fs.⟦existsSync⟧(path).toString();\n`,
    after: `import fs from 'node:fs';\nexport const has = async (path: string) => (await fs.promises.access(path).then(() => true, () => false)).toString();\n`,
  },
  {
    name: 'promisify of a named import',
    before: `import { gzipSync } from 'node:zlib';\nexport const pack = async (text: string): Promise<Buffer> => ⟦gzipSync⟧(text, { level: 9 });\n`,
    after: `import { gzip } from 'node:zlib';\nimport { promisify } from 'node:util';\nexport const pack = async (text: string): Promise<Buffer> => await promisify(gzip)(text, { level: 9 });\n`,
  },
  {
    name: 'promisify of a member, with util at hand',
    before: `import * as util from 'util';\nimport zlib from 'zlib';\nexport const pack = async (text: string) => util.inspect(zlib.⟦gzipSync⟧(text));\n`,
    after: `import * as util from 'util';\nimport zlib from 'zlib';\nexport const pack = async (text: string) => util.inspect(await util.promisify(zlib.gzip)(text));\n`,
  },
  {
    name: 'promisify of key derivation',
    before: `import crypto from 'node:crypto';\nexport const derive = async (word: string) => crypto.⟦pbkdf2Sync⟧(word, 'salt', 1, 32, 'sha512').toString('hex');\n`,
    after: `import crypto from 'node:crypto';\nimport { promisify } from 'node:util';\nexport const derive = async (word: string) => (await promisify(crypto.pbkdf2)(word, 'salt', 1, 32, 'sha512')).toString('hex');\n`,
  },
  {
    name: 'a promise around a callback form with overloads',
    before: `import { scryptSync } from 'node:crypto';\nexport const derive = async (word: string): Promise<Buffer> => ⟦scryptSync⟧(word, 'salt', 16);\n`,
    after: `import { scrypt } from 'node:crypto';\nexport const derive = async (word: string): Promise<Buffer> => await new Promise<Buffer>((resolve, reject) => { scrypt(word, 'salt', 16, (error, result) => { if (error) reject(error); else resolve(result); }); });\n`,
  },
  {
    name: 'a process, as a Buffer',
    before: `import { execSync } from 'node:child_process';\nexport const names = async (): Promise<string> => ⟦execSync⟧('ls', { cwd: '.' }).toString();\n`,
    after: `import { exec, type ExecOptions } from 'node:child_process';
export const names = async (): Promise<string> => (await execAsync('ls', { cwd: '.' })).toString();

/** As \`execSync\`, but everything else goes on while the process runs. */
function execAsync(command: string, options: ExecOptions = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = exec(command, { ...options, encoding: 'buffer' }, (error, stdout, stderr) => {
      if (stderr.length > 0) process.stderr.write(stderr);
      if (!error) return resolve(stdout);
      const status = typeof error.code === 'number' ? error.code : null;
      reject(Object.assign(error, { status, stdout, stderr }));
    });
    child.stdin?.end();
  });
}
`,
  },
  {
    name: 'a process, as text, whose stderr goes nowhere',
    before: `import * as processes from 'child_process';
export const names = async (args: readonly string[], cwd: string): Promise<string> =>
  processes.⟦execFileSync⟧('ls', args, { encoding: 'utf8', cwd, stdio: ['ignore', 'pipe', 'ignore'] });
export const all = async (): Promise<number> => (await names([], '.')).length;
`,
    after: `import * as processes from 'child_process';
export const names = async (args: readonly string[], cwd: string): Promise<string> =>
  await execFileAsync('ls', args, { cwd });
export const all = async (): Promise<number> => (await names([], '.')).length;

/** As \`execFileSync\`, but everything else goes on while the process runs. */
function execFileAsync(file: string, args: readonly string[] = [], options: processes.ExecFileOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = processes.execFile(file, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const status = typeof error.code === 'number' ? error.code : null;
      reject(Object.assign(error, { status, stdout, stderr }));
    });
    child.stdin?.end();
  });
}
`,
  },
  {
    name: 'a process that is spawned and read',
    before: `import { spawnSync } from 'node:child_process';
export const date = async (zone: string): Promise<string> =>
  ⟦spawnSync⟧('date', { encoding: 'utf8', env: { TZ: zone } }).stdout.trim();
`,
    after: `import { spawn, type SpawnOptions, type SpawnSyncReturns } from 'node:child_process';
export const date = async (zone: string): Promise<string> =>
  (await spawnAsync('date', [], { env: { TZ: zone } })).stdout.trim();

/** As \`spawnSync\`, but everything else goes on while the process runs. */
function spawnAsync(command: string, args: readonly string[] = [], options: SpawnOptions = {}): Promise<SpawnSyncReturns<string>> {
  return new Promise(resolve => {
    const child = spawn(command, args, options);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', chunk => out.push(chunk));
    child.stderr?.on('data', chunk => err.push(chunk));
    child.stdin?.end();
    const settle = (status: number | null, signal: NodeJS.Signals | null, failed = {}) => {
      const stdout = Buffer.concat(out).toString('utf8');
      const stderr = Buffer.concat(err).toString('utf8');
      resolve({ pid: child.pid ?? 0, output: [null, stdout, stderr], stdout, stderr, status, signal, ...failed });
    };
    child.once('error', error => settle(null, null, { error }));
    child.once('close', (status, signal) => settle(status, signal));
  });
}
`,
  },
  {
    name: 'a process that is spawned and writes where this one does',
    before: `import { spawnSync } from 'node:child_process';
export const install = async (args: string[]): Promise<boolean> =>
  ⟦spawnSync⟧('npm', args, { stdio: 'inherit' }).status === 0;
`,
    after: `import { spawn, type SpawnOptions, type SpawnSyncReturns } from 'node:child_process';
export const install = async (args: string[]): Promise<boolean> =>
  (await spawnAsync('npm', args, { stdio: 'inherit' })).status === 0;

/** As \`spawnSync\`, but everything else goes on while the process runs. */
function spawnAsync(command: string, args: readonly string[] = [], options: SpawnOptions = {}): Promise<SpawnSyncReturns<null>> {
  return new Promise(resolve => {
    const child = spawn(command, args, options);
    child.stdin?.end();
    const settle = (status: number | null, signal: NodeJS.Signals | null, failed = {}) =>
      resolve({ pid: child.pid ?? 0, output: [null, null, null], stdout: null, stderr: null, status, signal, ...failed });
    child.once('error', error => settle(null, null, { error }));
    child.once('close', (status, signal) => settle(status, signal));
  });
}
`,
  },
  {
    name: 'promisify of `realpath`',
    before: `import * as fs from 'node:fs';\nimport { promisify } from 'node:util';\nexport { promisify };\nexport const real = async (path: string): Promise<string> => fs.⟦realpathSync⟧(path);\n`,
    after: `import * as fs from 'node:fs';\nimport { promisify } from 'node:util';\nexport { promisify };\nexport const real = async (path: string): Promise<string> => await promisify(fs.realpath)(path);\n`,
  },
  {
    name: 'a method of the same object',
    before: `import bcrypt from 'bcrypt';\nexport const check = async (word: string, hash: string): Promise<boolean> => bcrypt.⟦compareSync⟧(word, hash);\n`,
    after: `import bcrypt from 'bcrypt';\nexport const check = async (word: string, hash: string): Promise<boolean> => await bcrypt.compare(word, hash);\n`,
  },
  {
    name: 'a method by its named import',
    before: `import { compareSync } from 'bcrypt';\nexport const check = async (word: string, hash: string) => ⟦compareSync⟧(word, hash);\n`,
    after: `import { compare } from 'bcrypt';\nexport const check = async (word: string, hash: string) => await compare(word, hash);\n`,
  },
  {
    name: 'fs-extra, a function of its own',
    before: `import fs from 'fs-extra';\nexport const drop = async (path: string) => fs.⟦removeSync⟧(path);\n`,
    after: `import fs from 'fs-extra';\nexport const drop = async (path: string) => await fs.remove(path);\n`,
  },
  {
    name: 'fs-extra, a function of node:fs',
    before: `import fs from 'fs-extra';\nexport const open = async (path: string): Promise<string> => fs.⟦readFileSync⟧(path, 'utf8');\n`,
    after: `import fs from 'fs-extra';\nexport const open = async (path: string): Promise<string> => await fs.readFile(path, 'utf8');\n`,
  },
  {
    name: 'a package with both forms as names',
    before: `import { rimrafSync } from 'rimraf';\nexport const drop = async (path: string) => ⟦rimrafSync⟧(path);\n`,
    after: `import { rimraf } from 'rimraf';\nexport const drop = async (path: string) => await rimraf(path);\n`,
  },
];

/** Promise forms that the types do not name, in JavaScript. */
export const untypedShapes: readonly RewriteCase[] = [
  {
    name: 'promisify of `scrypt`',
    file: 'shop.js',
    before: `const crypto = require('crypto');\nexports.derive = async word => crypto.⟦scryptSync⟧(word, 'salt', 64);\n`,
    after: `const crypto = require('crypto');\nconst { promisify } = require('util');\nexports.derive = async word => await promisify(crypto.scrypt)(word, 'salt', 64);\n`,
  },
  {
    name: 'promisify of a required name',
    file: 'shop.js',
    before: `const { gzipSync } = require('zlib')\nexports.pack = async text => ⟦gzipSync⟧(text)\n`,
    after: `const { gzip } = require('zlib')\nconst { promisify } = require('util')\nexports.pack = async text => await promisify(gzip)(text)\n`,
  },
  {
    name: 'a process with options and no arguments, in JavaScript without semicolons',
    file: 'shop.cjs',
    before: `const { execFileSync } = require('child_process')
exports.date = async () => ⟦execFileSync⟧('date', { timeout: 500, encoding: 'latin1' })
`,
    after: `const { execFile } = require('child_process')
exports.date = async () => await execFileAsync('date', [], { timeout: 500 })

/** As \`execFileSync\`, but everything else goes on while the process runs. */
function execFileAsync(file, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(file, args, { ...options, encoding: 'latin1' }, (error, stdout, stderr) => {
      if (stderr.length > 0) process.stderr.write(stderr)
      if (!error) return resolve(stdout)
      const status = typeof error.code === 'number' ? error.code : null
      reject(Object.assign(error, { status, stdout, stderr }))
    })
    child.stdin?.end()
  })
}
`,
  },
  {
    name: 'a process beside another of the same kind',
    file: 'shop.mjs',
    before: `import { exec, execSync } from 'node:child_process';
export const date = async () => execAsync('date');
export const names = async (cwd) => ⟦execSync⟧('ls', { cwd, encoding: 'buffer' });
${EXEC}`,
    after: `import { exec } from 'node:child_process';
export const date = async () => execAsync('date');
export const names = async (cwd) => await execAsync('ls', { cwd });
${EXEC}`,
  },
];
