import type { FileFacts } from '../core/model.js';
import { isObject } from './json-text.js';

/** Every list in {@link FileFacts}; the compiler holds it complete. */
const LISTS: Readonly<Record<ListKey, true>> = {
  refs: true,
  functions: true,
  calls: true,
  classes: true,
  objects: true,
  variables: true,
  stores: true,
  writes: true,
  conditions: true,
  imports: true,
  exports: true,
  suppressions: true,
  directives: true,
};
type ListKey = {
  [Key in keyof FileFacts]-?: NonNullable<FileFacts[Key]> extends readonly unknown[] ? Key : never;
}[keyof FileFacts];

/** Whether a value read from the cache has the outline of facts; its checksum vouches for the rest. */
export function isFacts(value: unknown): value is FileFacts {
  if (!isObject(value) || !Number.isSafeInteger(value['lines'])) return false;
  return Object.keys(LISTS).every(key => Array.isArray(value[key]));
}
