/** Functions of the language itself that take functions. Methods of arrays and promises are in `shapes.ts`. */
import { continues, event, sync } from '../modes.js';
import type { Library } from '../schema.js';

const ARRAYS =
  '{Array,Int8Array,Uint8Array,Uint8ClampedArray,Int16Array,Uint16Array,Int32Array,Uint32Array,BigInt64Array,BigUint64Array,Float32Array,Float64Array}';

export const javascript: Library = {
  name: 'global',
  source: 'https://tc39.es/ecma262/',
  callbacks: [
    { api: 'global:Promise.new', params: [0], mode: sync },
    { api: 'global:Promise.try', params: [0], mode: sync },
    { api: `global:${ARRAYS}.from`, params: [1], mode: sync, gives: ['element'] },
    { api: 'global:Array.fromAsync', params: [1], mode: continues, gives: ['element'] },
    { api: 'global:JSON.{parse,stringify}', params: [1], mode: sync },
    { api: 'global:{Object,Map}.groupBy', params: [1], mode: sync, gives: ['element'] },
    // `<button onClick={save}>` is read as `jsx.on('onClick', save)`, whatever the library.
    { api: 'global:jsx.on', params: [1], mode: event, event: { arg: 0 } },
    { api: 'global:FinalizationRegistry.new', params: [0], mode: event, event: 'FinalizationRegistry' },
  ],
  identities: [
    {
      api: 'global:Object.{assign,defineProperties,defineProperty,freeze,preventExtensions,seal,setPrototypeOf}',
      arg: 0,
    },
    { api: 'global:{Object,Promise.resolve,structuredClone}', arg: 0 },
  ],
};
