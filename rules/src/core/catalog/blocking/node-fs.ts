/**
 * What blocks in `node:fs`: every synchronous function of Node 20 to 24.
 * Source: https://nodejs.org/api/fs.html#synchronous-api
 */
import type { BlockingRow } from '../schema.js';

const disk = { waits: 'io', for: 'the disk' } as const;

export const nodeFsBlocking: readonly BlockingRow[] = [
  { api: 'node:fs.accessSync', ...disk, promise: { from: ['node:fs/promises', 'access'], shape: 'same', arity: 2 } },
  {
    api: 'node:fs.appendFileSync',
    ...disk,
    promise: { from: ['node:fs/promises', 'appendFile'], shape: 'same', arity: 3 },
  },
  { api: 'node:fs.chmodSync', ...disk, promise: { from: ['node:fs/promises', 'chmod'], shape: 'same', arity: 2 } },
  { api: 'node:fs.chownSync', ...disk, promise: { from: ['node:fs/promises', 'chown'], shape: 'same', arity: 3 } },
  {
    api: 'node:fs.copyFileSync',
    ...disk,
    promise: { from: ['node:fs/promises', 'copyFile'], shape: 'same', arity: 3 },
  },
  { api: 'node:fs.cpSync', ...disk, promise: { from: ['node:fs/promises', 'cp'], shape: 'same', arity: 3 } },
  { api: 'node:fs.lchownSync', ...disk, promise: { from: ['node:fs/promises', 'lchown'], shape: 'same', arity: 3 } },
  { api: 'node:fs.linkSync', ...disk, promise: { from: ['node:fs/promises', 'link'], shape: 'same', arity: 2 } },
  { api: 'node:fs.lutimesSync', ...disk, promise: { from: ['node:fs/promises', 'lutimes'], shape: 'same', arity: 3 } },
  { api: 'node:fs.mkdirSync', ...disk, promise: { from: ['node:fs/promises', 'mkdir'], shape: 'same', arity: 2 } },
  { api: 'node:fs.mkdtempSync', ...disk, promise: { from: ['node:fs/promises', 'mkdtemp'], shape: 'same', arity: 2 } },
  { api: 'node:fs.opendirSync', ...disk, promise: { from: ['node:fs/promises', 'opendir'], shape: 'same', arity: 2 } },
  { api: 'node:fs.readdirSync', ...disk, promise: { from: ['node:fs/promises', 'readdir'], shape: 'same', arity: 2 } },
  {
    api: 'node:fs.readFileSync',
    ...disk,
    textIf: 1,
    promise: { from: ['node:fs/promises', 'readFile'], shape: 'same', arity: 2 },
  },
  {
    api: 'node:fs.readlinkSync',
    ...disk,
    promise: { from: ['node:fs/promises', 'readlink'], shape: 'same', arity: 2 },
  },
  { api: 'node:fs.renameSync', ...disk, promise: { from: ['node:fs/promises', 'rename'], shape: 'same', arity: 2 } },
  { api: 'node:fs.rmSync', ...disk, promise: { from: ['node:fs/promises', 'rm'], shape: 'same', arity: 2 } },
  { api: 'node:fs.rmdirSync', ...disk, promise: { from: ['node:fs/promises', 'rmdir'], shape: 'same', arity: 2 } },
  { api: 'node:fs.statfsSync', ...disk, promise: { from: ['node:fs/promises', 'statfs'], shape: 'same', arity: 2 } },
  { api: 'node:fs.symlinkSync', ...disk, promise: { from: ['node:fs/promises', 'symlink'], shape: 'same', arity: 3 } },
  {
    api: 'node:fs.truncateSync',
    ...disk,
    promise: { from: ['node:fs/promises', 'truncate'], shape: 'same', arity: 2 },
  },
  { api: 'node:fs.unlinkSync', ...disk, promise: { from: ['node:fs/promises', 'unlink'], shape: 'same', arity: 1 } },
  { api: 'node:fs.utimesSync', ...disk, promise: { from: ['node:fs/promises', 'utimes'], shape: 'same', arity: 3 } },
  {
    api: 'node:fs.writeFileSync',
    ...disk,
    promise: { from: ['node:fs/promises', 'writeFile'], shape: 'same', arity: 3 },
  },

  { api: 'node:fs.existsSync', ...disk, promise: { from: ['node:fs/promises', 'access'], shape: 'exists', arity: 1 } },
  // Their second argument may be `throwIfNoEntry`, which the promise forms of Node 20 and 22 do not know.
  { api: 'node:fs.lstatSync', ...disk, promise: { from: ['node:fs/promises', 'lstat'], shape: 'same', arity: 1 } },
  { api: 'node:fs.statSync', ...disk, promise: { from: ['node:fs/promises', 'stat'], shape: 'same', arity: 1 } },
  // `fs.promises.realpath` asks the system and may spell drives and cases otherwise, as `realpathSync.native` does.
  { api: 'node:fs.realpathSync', ...disk, promise: { from: ['node:fs', 'realpath'], shape: 'promisify', arity: 2 } },
  {
    api: 'node:fs.realpathSync.native',
    ...disk,
    promise: { from: ['node:fs/promises', 'realpath'], shape: 'same', arity: 2 },
  },
  {
    api: 'node:fs.globSync',
    ...disk,
    since: '22.0.0',
    promise: { from: ['node:fs', 'glob'], shape: 'promisify', arity: 2 },
  },

  // No equal form: the promise form gives another kind of object.
  { api: 'node:fs.openSync', ...disk },
  { api: 'node:fs.mkdtempDisposableSync', ...disk, since: '24.4.0' },
  // Exists on macOS only.
  { api: 'node:fs.lchmodSync', ...disk },
  // No equal form: they take a descriptor, and promises come with a `FileHandle`.
  {
    api: 'node:fs.{closeSync,fchmodSync,fchownSync,fdatasyncSync,fstatSync,fsyncSync,ftruncateSync,futimesSync}',
    ...disk,
  },
  { api: 'node:fs.{readSync,readvSync,writeSync,writevSync}', ...disk },

  { api: 'node:fs:Dir.readSync', ...disk, promise: { method: 'read', shape: 'same', arity: 0 } },
  { api: 'node:fs:Dir.closeSync', ...disk, promise: { method: 'close', shape: 'same', arity: 0 } },
];
