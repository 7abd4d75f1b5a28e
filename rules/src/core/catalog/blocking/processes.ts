/** What blocks in packages that wait for processes, servers and other work. */
import type { Library } from '../schema.js';

const child = { waits: 'io', for: 'a child process' } as const;
const network = { waits: 'io', for: 'the network' } as const;

export const processes: readonly Library[] = [
  {
    name: 'cross-spawn',
    source: 'https://github.com/moxystudio/node-cross-spawn#readme',
    blocking: [{ api: 'cross-spawn.sync', ...child }],
  },
  {
    name: 'execa',
    source: 'https://github.com/sindresorhus/execa/blob/main/docs/api.md',
    blocking: [
      { api: 'execa.execaSync', ...child, promise: { from: ['execa', 'execa'], shape: 'same', arity: 3 } },
      {
        api: 'execa.execaCommandSync',
        ...child,
        promise: { from: ['execa', 'execaCommand'], shape: 'same', arity: 2 },
      },
      { api: 'execa.{sync,commandSync,shellSync}', ...child },
    ],
  },
  {
    name: 'node-machine-id',
    source: 'https://github.com/automation-stack/node-machine-id#readme',
    blocking: [
      {
        api: 'node-machine-id.machineIdSync',
        ...child,
        promise: { from: ['node-machine-id', 'machineId'], method: 'machineId', shape: 'same', arity: 1 },
      },
    ],
  },
  {
    name: 'command-exists',
    source: 'https://github.com/mathisonian/command-exists#readme',
    blocking: [{ api: 'command-exists.sync', ...child }],
  },
  {
    name: 'sync-request',
    source: 'https://github.com/ForbesLindesay/sync-request#readme',
    aliases: ['sync-request-curl', 'sync-fetch'],
    blocking: [{ api: 'sync-request', ...network }],
  },
  {
    name: 'sync-rpc',
    source: 'https://github.com/ForbesLindesay/sync-rpc#readme',
    blocking: [
      { api: 'sync-rpc()', ...child },
      { api: 'sync-rpc', ...child },
    ],
  },
  {
    name: 'deasync',
    source: 'https://github.com/abbr/deasync#readme',
    blocking: [
      { api: 'deasync()', waits: 'io', for: 'a callback' },
      { api: 'deasync.loopWhile', waits: 'io', for: 'a condition' },
      { api: 'deasync.sleep', waits: 'io', for: 'a delay' },
    ],
  },
  {
    name: 'atomic-sleep',
    source: 'https://github.com/davidmarkclements/atomic-sleep#readme',
    blocking: [{ api: 'atomic-sleep', waits: 'io', for: 'a delay' }],
  },
  {
    name: 'sleep',
    source: 'https://github.com/erikdubbelboer/node-sleep#readme',
    blocking: [{ api: 'sleep.{sleep,msleep,usleep}', waits: 'io', for: 'a delay' }],
  },
];
