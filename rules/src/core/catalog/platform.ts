/** What every program has: Node's modules, the language, browsers. */
import type { Library } from './schema.js';
import { globalBlocking } from './blocking/global.js';
import { nodeAsyncHooks, nodeDiagnosticsChannel, nodePerfHooks } from './registrations/node-async-hooks.js';
import { nodeChildProcess } from './registrations/node-child-process.js';
import { nodeCrypto } from './registrations/node-crypto.js';
import { nodeEvents } from './registrations/node-events.js';
import { nodeFs, nodeFsPromises } from './registrations/node-fs.js';
import { nodeHttp, nodeHttps } from './registrations/node-http.js';
import { nodeHttp2 } from './registrations/node-http2.js';
import { nodeNet, nodeTls, nodeDgram, nodeDns } from './registrations/node-net.js';
import { nodeProcess } from './registrations/node-process.js';
import { nodeReadline, nodeReadlinePromises, nodeRepl } from './registrations/node-readline.js';
import { nodeSqlite } from './registrations/node-sqlite.js';
import { nodeStream, nodeStreamPromises } from './registrations/node-stream.js';
import { nodeTest, nodeAssert } from './registrations/node-test.js';
import { nodeTimers } from './registrations/node-timers.js';
import { nodeUtil, nodeModule, nodeV8, nodeInspector } from './registrations/node-util.js';
import { nodeWorkerThreads, nodeCluster } from './registrations/node-worker-threads.js';
import { nodeZlib } from './registrations/node-zlib.js';
import { javascript } from './registrations/javascript.js';
import { domEvents } from './registrations/dom-events.js';
import { domNetwork } from './registrations/dom-network.js';
import { domObservers } from './registrations/dom-observers.js';
import { domTimers } from './registrations/dom-timers.js';
import { domWorkers } from './registrations/dom-workers.js';

import { domEventResources } from './resources/dom-events.js';
import { nodeEventResources } from './resources/node-events.js';
import { timerResources } from './resources/timers.js';
import { fileWatcherResources } from './resources/watchers.js';

export const platform: readonly Library[] = [
  nodeAsyncHooks,
  nodeDiagnosticsChannel,
  nodePerfHooks,
  nodeChildProcess,
  nodeCrypto,
  nodeEvents,
  nodeFs,
  nodeFsPromises,
  nodeHttp,
  nodeHttps,
  nodeHttp2,
  nodeNet,
  nodeTls,
  nodeDgram,
  nodeDns,
  nodeProcess,
  nodeReadline,
  nodeReadlinePromises,
  nodeRepl,
  nodeSqlite,
  nodeStream,
  nodeStreamPromises,
  nodeTest,
  nodeAssert,
  nodeTimers,
  nodeUtil,
  nodeModule,
  nodeV8,
  nodeInspector,
  nodeWorkerThreads,
  nodeCluster,
  nodeZlib,
  javascript,
  domEvents,
  domNetwork,
  domObservers,
  domTimers,
  domWorkers,
  globalBlocking,
  domEventResources,
  nodeEventResources,
  timerResources,
  fileWatcherResources,
];
