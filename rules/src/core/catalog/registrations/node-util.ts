/** Functions that wrap functions, and modules that look at the process itself. */
import { nodeInspectorBlocking, nodeModuleBlocking, nodeV8Blocking } from '../blocking/node-inspection.js';
import { continues, returned, startup } from '../modes.js';
import type { Library } from '../schema.js';

export const nodeUtil: Library = {
  name: 'node:util',
  source: 'https://nodejs.org/api/util.html',
  aliases: ['util'],
  callbacks: [
    { api: 'node:util.{promisify,callbackify,deprecate}', params: [0], mode: returned },
    { api: 'node:util.debuglog', params: [1], mode: continues },
  ],
};

export const nodeModule: Library = {
  name: 'node:module',
  source: 'https://nodejs.org/api/module.html',
  aliases: ['module'],
  callbacks: [
    {
      api: 'node:module.registerHooks',
      params: ['0.{resolve,load}'],
      mode: startup,
      event: 'import',
      since: '22.15.0',
    },
  ],
  blocking: nodeModuleBlocking,
};

export const nodeV8: Library = {
  name: 'node:v8',
  source: 'https://nodejs.org/api/v8.html',
  aliases: ['v8'],
  callbacks: [
    {
      api: 'node:v8.startupSnapshot.{addSerializeCallback,addDeserializeCallback,setDeserializeMainFunction}',
      params: [0],
      mode: startup,
    },
  ],
  blocking: nodeV8Blocking,
};

export const nodeInspector: Library = {
  name: 'node:inspector',
  source: 'https://nodejs.org/api/inspector.html',
  aliases: ['inspector'],
  blocking: nodeInspectorBlocking,
};
