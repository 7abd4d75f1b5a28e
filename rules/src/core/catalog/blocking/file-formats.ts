/** What blocks in packages that read and write files of one format. */
import type { Library } from '../schema.js';

const disk = { waits: 'io', for: 'the disk' } as const;

export const fileFormats: readonly Library[] = [
  {
    name: 'jsonfile',
    source: 'https://github.com/jprichardson/node-jsonfile#readme',
    blocking: [
      {
        api: 'jsonfile.readFileSync',
        ...disk,
        promise: { from: ['jsonfile', 'readFile'], method: 'readFile', shape: 'same', arity: 2 },
      },
      {
        api: 'jsonfile.writeFileSync',
        ...disk,
        promise: { from: ['jsonfile', 'writeFile'], method: 'writeFile', shape: 'same', arity: 3 },
      },
    ],
  },
  {
    name: 'load-json-file',
    source: 'https://github.com/sindresorhus/load-json-file#readme',
    blocking: [
      {
        api: 'load-json-file.loadJsonFileSync',
        ...disk,
        promise: { from: ['load-json-file', 'loadJsonFile'], shape: 'same', arity: 2 },
      },
      { api: 'load-json-file.sync', ...disk },
    ],
  },
  {
    name: 'write-json-file',
    source: 'https://github.com/sindresorhus/write-json-file#readme',
    blocking: [
      {
        api: 'write-json-file.writeJsonFileSync',
        ...disk,
        promise: { from: ['write-json-file', 'writeJsonFile'], shape: 'same', arity: 3 },
      },
      { api: 'write-json-file.sync', ...disk },
    ],
  },
  {
    name: 'read-pkg',
    source: 'https://github.com/sindresorhus/read-pkg#readme',
    blocking: [
      {
        api: 'read-pkg.readPackageSync',
        ...disk,
        promise: { from: ['read-pkg', 'readPackage'], shape: 'same', arity: 1 },
      },
      { api: 'read-pkg.sync', ...disk },
    ],
  },
  {
    name: 'read-pkg-up',
    source: 'https://github.com/sindresorhus/read-package-up#readme',
    aliases: ['read-package-up'],
    blocking: [{ api: 'read-pkg-up.{readPackageUpSync,readPackageSync,sync}', ...disk }],
  },
  {
    name: 'dotenv',
    source: 'https://github.com/motdotla/dotenv#readme',
    blocking: [{ api: 'dotenv.config', ...disk }],
  },
  {
    name: 'cosmiconfig',
    source: 'https://github.com/cosmiconfig/cosmiconfig#readme',
    types: [{ type: 'cosmiconfig:ExplorerSync', from: ['cosmiconfig.cosmiconfigSync()'] }],
    blocking: [{ api: 'cosmiconfig:ExplorerSync.{search,load}', ...disk }],
  },
  {
    name: 'adm-zip',
    source: 'https://github.com/cthackers/adm-zip/wiki/ADM-ZIP',
    types: [{ type: 'adm-zip:AdmZip', from: ['adm-zip()', 'adm-zip.new()'] }],
    blocking: [
      // Given a buffer instead, it touches no file.
      { api: 'adm-zip', ...disk, when: { arg: 0, isString: true } },
      { api: 'adm-zip.new', ...disk, when: { arg: 0, isString: true } },
      { api: 'adm-zip:AdmZip.{addLocalFile,addLocalFolder,extractAllTo,extractEntryTo,writeZip}', ...disk },
      { api: 'adm-zip:AdmZip.{readFile,readAsText}', waits: 'cpu', for: 'decompression' },
    ],
  },
  {
    name: 'tar',
    source: 'https://github.com/isaacs/node-tar#readme',
    blocking: [
      {
        api: 'tar.{c,create,x,extract,t,list,u,update,r,replace}',
        ...disk,
        when: { arg: 0, has: 'sync', equals: [true] },
      },
    ],
  },
  {
    name: 'xlsx',
    source: 'https://docs.sheetjs.com/docs/api/',
    blocking: [{ api: 'xlsx.{readFile,readFileSync,writeFile,writeFileSync}', ...disk }],
  },
  {
    name: 'sass',
    source: 'https://sass-lang.com/documentation/js-api/',
    aliases: ['sass-embedded'],
    blocking: [
      {
        api: 'sass.compile',
        waits: 'io',
        for: 'the compiling of style sheets',
        promise: { from: ['sass', 'compileAsync'], method: 'compileAsync', shape: 'same', arity: 2 },
      },
      { api: 'sass.renderSync', waits: 'io', for: 'the compiling of style sheets' },
    ],
  },
  {
    name: 'node-sass',
    source: 'https://github.com/sass/node-sass#readme',
    blocking: [{ api: 'node-sass.renderSync', waits: 'io', for: 'the compiling of style sheets' }],
  },
  {
    name: 'protobufjs',
    source: 'https://protobufjs.github.io/protobuf.js/',
    blocking: [{ api: 'protobufjs.loadSync', ...disk }],
  },
  {
    name: '@grpc/proto-loader',
    source: 'https://github.com/grpc/grpc-node/tree/master/packages/proto-loader#readme',
    blocking: [
      {
        api: '@grpc/proto-loader.loadSync',
        ...disk,
        promise: { from: ['@grpc/proto-loader', 'load'], method: 'load', shape: 'same', arity: 2 },
      },
    ],
  },
  {
    name: 'pngjs',
    source: 'https://github.com/pngjs/pngjs#readme',
    blocking: [
      { api: 'pngjs.PNG.sync.read', waits: 'cpu', for: 'decompression' },
      { api: 'pngjs.PNG.sync.write', waits: 'cpu', for: 'compression' },
    ],
  },
];
