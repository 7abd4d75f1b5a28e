/** Packages of which only that they block is known, and a little of what they give. */
import type { Library } from './schema.js';
import { betterSqlite3 } from './blocking/better-sqlite3.js';
import { electronBlocking } from './blocking/electron.js';
import { fileChanges } from './blocking/file-changes.js';
import { fileFormats } from './blocking/file-formats.js';
import { fileSearches } from './blocking/file-searches.js';
import { passwordHashes } from './blocking/password-hashes.js';
import { processes } from './blocking/processes.js';
import { shelljs } from './blocking/shelljs.js';
import { stores } from './blocking/stores.js';
import { fsExtra } from './registrations/fs-extra.js';

import { axiosWaits } from './waits/axios.js';
import { bentWaits, fetchWaits, gotWaits, nodeFetchWaits } from './waits/http-clients.js';
import { childProcessWaits } from './waits/node-child-process.js';
import { requestWaits } from './waits/request.js';
import { execaWaits } from './waits/execa.js';
import { pgWaits } from './waits/pg.js';
import { clientsOutgoing } from './outgoing/clients.js';
import { brokerConsumers, databasesOutgoing } from './outgoing/databases.js';
import { nodeOutgoing } from './outgoing/node.js';
import { keptValues } from './queues/kept-values.js';
import { workQueues } from './queues/work-queues.js';
import { delayResources } from './resources/delay.js';
import { rxjsResources } from './resources/rxjs.js';
import { vscodeResources } from './resources/vscode.js';
import { chokidarResources } from './resources/watchers.js';

export const packages: readonly Library[] = [
  betterSqlite3,
  electronBlocking,
  ...fileChanges,
  ...fileFormats,
  ...fileSearches,
  fsExtra,
  ...passwordHashes,
  ...processes,
  shelljs,
  ...stores,
  delayResources,
  chokidarResources,
  rxjsResources,
  vscodeResources,
  axiosWaits,
  bentWaits,
  childProcessWaits,
  execaWaits,
  ...fetchWaits,
  gotWaits,
  nodeFetchWaits,
  pgWaits,
  requestWaits,
  ...nodeOutgoing,
  ...clientsOutgoing,
  ...databasesOutgoing,
  ...brokerConsumers,
  ...keptValues,
  ...workQueues,
];
