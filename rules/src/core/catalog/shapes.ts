/**
 * Methods that run their callbacks alike whatever the receiver is. Asked only when the receiver
 * is a built-in or could not be resolved; rows of a known library come first.
 */
import type { ShapeRow } from './schema.js';

const SYNC = { runs: 'sync' } as const;
const CONTINUES = { runs: 'continues' } as const;
const EVENT = { runs: 'deferred', context: 'event' } as const;

export const shapes: readonly ShapeRow[] = [
  // Arrays, typed arrays, sets, maps, iterators. https://tc39.es/ecma262/#sec-properties-of-the-array-prototype-object
  {
    methods: ['map', 'forEach', 'filter', 'flatMap', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex'],
    params: [0],
    mode: SYNC,
    gives: ['element'],
  },
  { methods: ['each'], params: 'rest', mode: SYNC, gives: ['element'] },
  { methods: ['sort', 'toSorted'], params: [0], mode: SYNC, gives: ['element', 'element'] },
  { methods: ['reduce', 'reduceRight'], params: [0], mode: SYNC, gives: [null, 'element'] },
  // Strings.
  { methods: ['replace', 'replaceAll'], params: [1], mode: SYNC },
  // Maps. https://tc39.es/proposal-upsert/
  { methods: ['getOrInsertComputed'], params: [1], mode: SYNC },
  // Promises.
  { methods: ['then'], params: [0, 1], mode: CONTINUES },
  { methods: ['catch', 'finally'], params: [0], mode: CONTINUES },
  // Emitters and event targets. Some take the context object last, some a selector before the function.
  {
    methods: ['on', 'addListener', 'prependListener', 'addEventListener'],
    params: 'rest',
    mode: EVENT,
    when: { arg: 0, isString: true },
    event: { arg: 0 },
  },
  {
    methods: ['once', 'prependOnceListener'],
    params: 'rest',
    mode: CONTINUES,
    when: { arg: 0, isString: true },
    event: { arg: 0 },
  },
  // Observables, stores, brokers.
  { methods: ['subscribe'], params: 'rest', mode: EVENT, when: { arg: 0, isString: true }, event: { arg: 0 } },
  { methods: ['subscribe'], params: 'rest', mode: EVENT, when: { arg: 0, isFunction: true } },
];
