/** What blocks in packages that look for files. */
import type { Library } from '../schema.js';

const disk = { waits: 'io', for: 'the disk' } as const;

export const fileSearches: readonly Library[] = [
  {
    name: 'glob',
    source: 'https://github.com/isaacs/node-glob#readme',
    blocking: [
      { api: 'glob.globSync', ...disk, promise: { from: ['glob', 'glob'], shape: 'same', arity: 2 } },
      // Before version 9 the asynchronous form takes a callback, so no form is right for all versions.
      { api: 'glob.{sync,glob.sync,GlobSync.new}', ...disk },
      { api: 'glob:Glob.{walkSync,iterateSync}', ...disk },
    ],
    types: [{ type: 'glob:Glob', from: ['glob.Glob.new()'] }],
  },
  {
    name: 'globby',
    source: 'https://github.com/sindresorhus/globby#readme',
    blocking: [
      { api: 'globby.globbySync', ...disk, promise: { from: ['globby', 'globby'], shape: 'same', arity: 2 } },
      {
        api: 'globby.isGitIgnoredSync',
        ...disk,
        promise: { from: ['globby', 'isGitIgnored'], shape: 'same', arity: 1 },
      },
      { api: 'globby.sync', ...disk },
    ],
  },
  {
    name: 'fast-glob',
    source: 'https://github.com/mrmlnc/fast-glob#readme',
    blocking: [{ api: 'fast-glob.{sync,globSync}', ...disk }],
  },
  {
    name: 'tinyglobby',
    source: 'https://github.com/SuperchupuDev/tinyglobby#readme',
    blocking: [
      { api: 'tinyglobby.globSync', ...disk, promise: { from: ['tinyglobby', 'glob'], shape: 'same', arity: 2 } },
    ],
  },
  {
    name: 'find-up',
    source: 'https://github.com/sindresorhus/find-up#readme',
    blocking: [
      { api: 'find-up.findUpSync', ...disk, promise: { from: ['find-up', 'findUp'], shape: 'same', arity: 2 } },
      {
        api: 'find-up.findUpMultipleSync',
        ...disk,
        promise: { from: ['find-up', 'findUpMultiple'], shape: 'same', arity: 2 },
      },
      { api: 'find-up.pathExistsSync', ...disk, promise: { from: ['find-up', 'pathExists'], shape: 'same', arity: 1 } },
      { api: 'find-up.{sync,sync.exists}', ...disk },
    ],
  },
  {
    name: 'locate-path',
    source: 'https://github.com/sindresorhus/locate-path#readme',
    blocking: [
      {
        api: 'locate-path.locatePathSync',
        ...disk,
        promise: { from: ['locate-path', 'locatePath'], shape: 'same', arity: 2 },
      },
      { api: 'locate-path.sync', ...disk },
    ],
  },
  {
    name: 'path-exists',
    source: 'https://github.com/sindresorhus/path-exists#readme',
    blocking: [
      {
        api: 'path-exists.pathExistsSync',
        ...disk,
        promise: { from: ['path-exists', 'pathExists'], shape: 'same', arity: 1 },
      },
      { api: 'path-exists.sync', ...disk },
    ],
  },
  {
    name: 'path-type',
    source: 'https://github.com/sindresorhus/path-type#readme',
    blocking: [
      {
        api: 'path-type.isFileSync',
        ...disk,
        promise: { from: ['path-type', 'isFile'], shape: 'same', arity: 1 },
      },
      {
        api: 'path-type.isDirectorySync',
        ...disk,
        promise: { from: ['path-type', 'isDirectory'], shape: 'same', arity: 1 },
      },
      {
        api: 'path-type.isSymlinkSync',
        ...disk,
        promise: { from: ['path-type', 'isSymlink'], shape: 'same', arity: 1 },
      },
    ],
  },
  {
    name: 'which',
    source: 'https://github.com/npm/node-which#readme',
    blocking: [{ api: 'which.sync', ...disk }],
  },
  {
    name: 'resolve',
    source: 'https://github.com/browserify/resolve#readme',
    blocking: [{ api: 'resolve.sync', ...disk }],
  },
  {
    name: 'klaw-sync',
    source: 'https://github.com/manidlou/node-klaw-sync#readme',
    blocking: [{ api: 'klaw-sync', ...disk }],
  },
  {
    name: 'walk-sync',
    source: 'https://github.com/joliss/node-walk-sync#readme',
    blocking: [
      { api: 'walk-sync', ...disk },
      { api: 'walk-sync.entries', ...disk },
    ],
  },
];
