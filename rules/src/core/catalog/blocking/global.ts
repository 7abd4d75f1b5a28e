/** What blocks among the globals of JavaScript, of browsers and of CommonJS. */
import type { BlockingRow, Library } from '../schema.js';

const storage = { waits: 'io', for: 'storage on the disk', strict: true } as const;
const dialog = { waits: 'io', for: 'an answer of the user', strict: true } as const;

const blocking: readonly BlockingRow[] = [
  // https://tc39.es/ecma262/#sec-atomics.wait
  { api: 'global:Atomics.wait', waits: 'io', for: 'another thread' },
  // https://xhr.spec.whatwg.org/#the-open()-method: the third argument is `async`.
  { api: 'dom:XMLHttpRequest.open', waits: 'io', for: 'the network', when: { arg: 2, equals: [false] } },
  // https://nodejs.org/api/modules.html#requireid
  { api: 'global:require', waits: 'io', for: 'the loading of a module', memoised: true, strict: true },
  // https://html.spec.whatwg.org/multipage/webstorage.html
  { api: 'dom:Storage.{getItem,setItem,removeItem,clear}', ...storage },
  // https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#simple-dialogs
  { api: 'global:{alert,confirm,prompt}', ...dialog },
];

export const globalBlocking: Library = { name: 'global', source: 'https://tc39.es/ecma262/', blocking };
