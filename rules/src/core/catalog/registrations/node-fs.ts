/** Callbacks of `node:fs`, and what its functions give. */
import { nodeFsBlocking } from '../blocking/node-fs.js';
import { callsBack, continues, event, sync } from '../modes.js';
import type { Library } from '../schema.js';

const ATTRIBUTES = '{access,chmod,chown,exists,fchmod,fchown,fstat,futimes,lchown,lstat,lutimes,stat,statfs,utimes}';
const ENTRIES = '{copyFile,cp,link,mkdir,mkdtemp,readdir,readlink,realpath,rename,rm,rmdir,symlink,unlink}';
const CONTENTS =
  '{appendFile,close,fdatasync,fsync,ftruncate,open,read,readFile,readv,truncate,write,writeFile,writev}';

export const nodeFs: Library = {
  name: 'node:fs',
  source: 'https://nodejs.org/api/fs.html',
  aliases: ['fs', 'graceful-fs'],
  types: [
    {
      type: 'node:fs:ReadStream',
      from: [
        'node:fs.createReadStream()',
        'node:fs.ReadStream.new()',
        'node:fs:ReadStream.{on,once,addListener,setEncoding,pause,resume}()',
      ],
      extends: ['node:stream:Readable'],
    },
    {
      type: 'node:fs:WriteStream',
      from: [
        'node:fs.createWriteStream()',
        'node:fs.WriteStream.new()',
        'node:fs:WriteStream.{on,once,addListener,end}()',
      ],
      extends: ['node:stream:Writable'],
    },
    {
      type: 'node:fs:FSWatcher',
      from: ['node:fs.watch()', 'node:fs.FSWatcher.new()'],
      extends: ['node:events:EventEmitter'],
    },
    {
      type: 'node:fs:StatWatcher',
      from: ['node:fs.watchFile()', 'node:fs.StatWatcher.new()'],
      extends: ['node:events:EventEmitter'],
    },
    { type: 'node:fs:Dir', from: ['node:fs.opendirSync()', 'node:fs.Dir.new()', 'node:fs/promises.opendir()'] },
  ],
  callbacks: [
    { api: `node:fs.${ATTRIBUTES}`, params: 'last', mode: callsBack },
    { api: `node:fs.${ENTRIES}`, params: 'last', mode: callsBack },
    { api: `node:fs.${CONTENTS}`, params: 'last', mode: callsBack },
    { api: 'node:fs.realpath.native', params: 'last', mode: callsBack },
    { api: 'node:fs.opendir', params: 'last', mode: callsBack, gives: [null, 'node:fs:Dir'] },
    { api: 'node:fs.glob', params: 'last', mode: callsBack, since: '22.0.0' },
    { api: 'node:fs:Dir.{read,close}', params: 'last', mode: callsBack },
    { api: 'node:fs.cpSync', params: ['2.filter'], mode: sync },
    { api: 'node:fs.globSync', params: ['1.exclude'], mode: sync, since: '22.0.0' },
    { api: 'node:fs.{watch,watchFile}', params: 'last', mode: event, event: 'change' },
    {
      api: 'node:fs:{ReadStream,WriteStream}.{on,once,addListener}',
      params: [1],
      mode: continues,
      when: { arg: 0, equals: ['open', 'ready'] },
      event: { arg: 0 },
    },
  ],
  blocking: nodeFsBlocking,
};

export const nodeFsPromises: Library = {
  name: 'node:fs/promises',
  source: 'https://nodejs.org/api/fs.html#promises-api',
  aliases: ['fs/promises'],
  callbacks: [{ api: 'node:fs/promises.cp', params: ['2.filter'], mode: continues }],
};
