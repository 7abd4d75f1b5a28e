/** Calls of Node's own modules that go on outside: to the disk, the network, another process. */
import type { Library } from '../schema.js';

/** What holds a descriptor while it runs. The rest waits for a thread of the pool, and of those there are few. */
const FILES = '{appendFile,copyFile,cp,open,opendir,readFile,writeFile}';
const LOOK_UPS =
  '{lookup,resolve,resolve4,resolve6,resolveAny,resolveCname,resolveMx,resolveNs,resolvePtr,resolveSrv,resolveTxt,reverse}';

export const nodeOutgoing: readonly Library[] = [
  {
    name: 'node:fs',
    source: 'https://nodejs.org/api/fs.html',
    outgoing: [{ api: `{node:fs,node:fs.promises}.${FILES}` }, { api: 'node:fs.{createReadStream,createWriteStream}' }],
  },
  {
    name: 'node:fs/promises',
    source: 'https://nodejs.org/api/fs.html#promises-api',
    outgoing: [{ api: `node:fs/promises.${FILES}` }],
  },
  {
    name: 'fs-extra',
    source: 'https://github.com/jprichardson/node-fs-extra/tree/master/docs',
    outgoing: [{ api: `fs-extra.${FILES}` }, { api: 'fs-extra.{copy,outputFile,outputJson,readJson,writeJson}' }],
  },
  {
    name: 'node:child_process',
    source: 'https://nodejs.org/api/child_process.html',
    outgoing: [{ api: 'node:child_process.{exec,execFile,fork,spawn}' }],
  },
  {
    name: 'node:http',
    source: 'https://nodejs.org/api/http.html#httprequesturl-options-callback',
    outgoing: [{ api: '{node:http,node:https}.{get,request}' }],
  },
  {
    name: 'node:net',
    source: 'https://nodejs.org/api/net.html#netconnect',
    outgoing: [{ api: 'node:net.{connect,createConnection}' }, { api: 'node:tls.connect' }],
  },
  {
    name: 'node:dns/promises',
    source: 'https://nodejs.org/api/dns.html#dns-promises-api',
    outgoing: [{ api: `{node:dns,node:dns/promises}.${LOOK_UPS}` }],
  },
];
