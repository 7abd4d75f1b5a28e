/** What blocks in packages that make, move and remove files. */
import type { Library } from '../schema.js';

const disk = { waits: 'io', for: 'the disk' } as const;

export const fileChanges: readonly Library[] = [
  {
    name: 'rimraf',
    source: 'https://github.com/isaacs/rimraf#readme',
    blocking: [
      { api: 'rimraf.rimrafSync', ...disk, promise: { from: ['rimraf', 'rimraf'], shape: 'same', arity: 2 } },
      { api: 'rimraf.nativeSync', ...disk, promise: { from: ['rimraf', 'native'], shape: 'same', arity: 2 } },
      { api: 'rimraf.manualSync', ...disk, promise: { from: ['rimraf', 'manual'], shape: 'same', arity: 2 } },
      // Before version 4 the asynchronous form takes a callback, so no form is right for all versions.
      { api: 'rimraf.{sync,rimraf.sync}', ...disk },
    ],
  },
  {
    name: 'mkdirp',
    source: 'https://github.com/isaacs/node-mkdirp#readme',
    blocking: [
      { api: 'mkdirp.mkdirpSync', ...disk, promise: { from: ['mkdirp', 'mkdirp'], shape: 'same', arity: 2 } },
      { api: 'mkdirp.{sync,mkdirp.sync}', ...disk },
    ],
  },
  {
    name: 'make-dir',
    source: 'https://github.com/sindresorhus/make-dir#readme',
    blocking: [
      {
        api: 'make-dir.makeDirectorySync',
        ...disk,
        promise: { from: ['make-dir', 'makeDirectory'], shape: 'same', arity: 2 },
      },
      { api: 'make-dir.sync', ...disk },
    ],
  },
  {
    name: 'del',
    source: 'https://github.com/sindresorhus/del#readme',
    blocking: [
      { api: 'del.deleteSync', ...disk, promise: { from: ['del', 'deleteAsync'], shape: 'same', arity: 2 } },
      { api: 'del.sync', ...disk },
    ],
  },
  {
    name: 'move-file',
    source: 'https://github.com/sindresorhus/move-file#readme',
    blocking: [
      { api: 'move-file.moveFileSync', ...disk, promise: { from: ['move-file', 'moveFile'], shape: 'same', arity: 3 } },
      { api: 'move-file.sync', ...disk },
    ],
  },
  {
    name: 'tmp',
    source: 'https://github.com/raszi/node-tmp#readme',
    aliases: ['tmp-promise'],
    blocking: [{ api: 'tmp.{fileSync,dirSync,tmpNameSync}', ...disk }],
  },
  {
    name: 'tempy',
    source: 'https://github.com/sindresorhus/tempy#readme',
    blocking: [
      {
        api: 'tempy.temporaryWriteSync',
        ...disk,
        promise: { from: ['tempy', 'temporaryWrite'], shape: 'same', arity: 2 },
      },
      { api: 'tempy.temporaryDirectory', ...disk },
    ],
  },
  {
    name: 'write-file-atomic',
    source: 'https://github.com/npm/write-file-atomic#readme',
    blocking: [{ api: 'write-file-atomic.sync', ...disk }],
  },
  {
    name: 'fs-jetpack',
    source: 'https://github.com/szwacz/fs-jetpack#readme',
    blocking: [
      { api: 'fs-jetpack.append', ...disk, promise: { method: 'appendAsync', shape: 'same', arity: 3 } },
      { api: 'fs-jetpack.copy', ...disk, promise: { method: 'copyAsync', shape: 'same', arity: 3 } },
      { api: 'fs-jetpack.dir', ...disk, promise: { method: 'dirAsync', shape: 'same', arity: 2 } },
      { api: 'fs-jetpack.exists', ...disk, promise: { method: 'existsAsync', shape: 'same', arity: 1 } },
      { api: 'fs-jetpack.file', ...disk, promise: { method: 'fileAsync', shape: 'same', arity: 2 } },
      { api: 'fs-jetpack.find', ...disk, promise: { method: 'findAsync', shape: 'same', arity: 2 } },
      { api: 'fs-jetpack.inspect', ...disk, promise: { method: 'inspectAsync', shape: 'same', arity: 2 } },
      { api: 'fs-jetpack.inspectTree', ...disk, promise: { method: 'inspectTreeAsync', shape: 'same', arity: 2 } },
      { api: 'fs-jetpack.list', ...disk, promise: { method: 'listAsync', shape: 'same', arity: 1 } },
      { api: 'fs-jetpack.move', ...disk, promise: { method: 'moveAsync', shape: 'same', arity: 3 } },
      { api: 'fs-jetpack.read', ...disk, promise: { method: 'readAsync', shape: 'same', arity: 2 } },
      { api: 'fs-jetpack.remove', ...disk, promise: { method: 'removeAsync', shape: 'same', arity: 1 } },
      { api: 'fs-jetpack.rename', ...disk, promise: { method: 'renameAsync', shape: 'same', arity: 3 } },
      { api: 'fs-jetpack.symlink', ...disk, promise: { method: 'symlinkAsync', shape: 'same', arity: 2 } },
      { api: 'fs-jetpack.write', ...disk, promise: { method: 'writeAsync', shape: 'same', arity: 3 } },
    ],
  },
];
