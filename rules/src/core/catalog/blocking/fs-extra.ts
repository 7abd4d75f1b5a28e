/**
 * What blocks in `fs-extra` beyond what it has from `node:fs`.
 * Source: https://github.com/jprichardson/node-fs-extra/tree/master/docs
 */
import type { BlockingRow } from '../schema.js';

const disk = { waits: 'io', for: 'the disk' } as const;

export const fsExtraBlocking: readonly BlockingRow[] = [
  {
    api: 'fs-extra.copySync',
    ...disk,
    promise: { from: ['fs-extra', 'copy'], method: 'copy', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.emptyDirSync',
    ...disk,
    promise: { from: ['fs-extra', 'emptyDir'], method: 'emptyDir', shape: 'same', arity: 1 },
  },
  {
    api: 'fs-extra.emptydirSync',
    ...disk,
    promise: { from: ['fs-extra', 'emptydir'], method: 'emptydir', shape: 'same', arity: 1 },
  },
  {
    api: 'fs-extra.ensureFileSync',
    ...disk,
    promise: { from: ['fs-extra', 'ensureFile'], method: 'ensureFile', shape: 'same', arity: 1 },
  },
  {
    api: 'fs-extra.createFileSync',
    ...disk,
    promise: { from: ['fs-extra', 'createFile'], method: 'createFile', shape: 'same', arity: 1 },
  },
  {
    api: 'fs-extra.ensureDirSync',
    ...disk,
    promise: { from: ['fs-extra', 'ensureDir'], method: 'ensureDir', shape: 'same', arity: 2 },
  },
  {
    api: 'fs-extra.mkdirsSync',
    ...disk,
    promise: { from: ['fs-extra', 'mkdirs'], method: 'mkdirs', shape: 'same', arity: 2 },
  },
  {
    api: 'fs-extra.mkdirpSync',
    ...disk,
    promise: { from: ['fs-extra', 'mkdirp'], method: 'mkdirp', shape: 'same', arity: 2 },
  },
  {
    api: 'fs-extra.ensureLinkSync',
    ...disk,
    promise: { from: ['fs-extra', 'ensureLink'], method: 'ensureLink', shape: 'same', arity: 2 },
  },
  {
    api: 'fs-extra.createLinkSync',
    ...disk,
    promise: { from: ['fs-extra', 'createLink'], method: 'createLink', shape: 'same', arity: 2 },
  },
  {
    api: 'fs-extra.ensureSymlinkSync',
    ...disk,
    promise: { from: ['fs-extra', 'ensureSymlink'], method: 'ensureSymlink', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.createSymlinkSync',
    ...disk,
    promise: { from: ['fs-extra', 'createSymlink'], method: 'createSymlink', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.moveSync',
    ...disk,
    promise: { from: ['fs-extra', 'move'], method: 'move', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.outputFileSync',
    ...disk,
    promise: { from: ['fs-extra', 'outputFile'], method: 'outputFile', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.outputJsonSync',
    ...disk,
    promise: { from: ['fs-extra', 'outputJson'], method: 'outputJson', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.outputJSONSync',
    ...disk,
    promise: { from: ['fs-extra', 'outputJSON'], method: 'outputJSON', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.pathExistsSync',
    ...disk,
    promise: { from: ['fs-extra', 'pathExists'], method: 'pathExists', shape: 'same', arity: 1 },
  },
  {
    api: 'fs-extra.readJsonSync',
    ...disk,
    promise: { from: ['fs-extra', 'readJson'], method: 'readJson', shape: 'same', arity: 2 },
  },
  {
    api: 'fs-extra.readJSONSync',
    ...disk,
    promise: { from: ['fs-extra', 'readJSON'], method: 'readJSON', shape: 'same', arity: 2 },
  },
  {
    api: 'fs-extra.removeSync',
    ...disk,
    promise: { from: ['fs-extra', 'remove'], method: 'remove', shape: 'same', arity: 1 },
  },
  {
    api: 'fs-extra.writeJsonSync',
    ...disk,
    promise: { from: ['fs-extra', 'writeJson'], method: 'writeJson', shape: 'same', arity: 3 },
  },
  {
    api: 'fs-extra.writeJSONSync',
    ...disk,
    promise: { from: ['fs-extra', 'writeJSON'], method: 'writeJSON', shape: 'same', arity: 3 },
  },
];
