/**
 * Containers of the language, and what their methods do to the number of entries.
 * https://tc39.es/ecma262/#sec-keyed-collections
 */

/** Constructors of containers that hold on to their entries. `WeakMap` and `WeakSet` do not. */
export const CONTAINERS: ReadonlySet<string> = new Set(['Map', 'Set', 'Array', 'Object']);

/** Methods that add an entry, and the argument that names it. */
export const ADDS: ReadonlyMap<string, number> = new Map([
  ['set', 0],
  ['add', 0],
]);

/** Methods that take entries away. */
export const REMOVES: ReadonlySet<string> = new Set([
  'delete',
  'clear',
  'splice',
  'shift',
  'pop',
  'fill',
  'copyWithin',
]);

/** Methods that look an entry up. */
export const LOOKS_UP: ReadonlySet<string> = new Set(['get', 'has', 'includes']);

/** Functions that make a new name each time: keys made of it are never the same again. */
export const MAKES_NAMES: ReadonlySet<string> = new Set([
  'randomUUID',
  'randomBytes',
  'uuid',
  'uuidv4',
  'uuidv7',
  'v4',
  'v7',
  'nanoid',
  'ulid',
  'cuid',
  'createId',
]);
