import type { FileFacts, RefId } from '../model.js';
import { refKey } from './ref-keys.js';

const SIZES: ReadonlySet<string> = new Set(['length', 'size', 'byteLength']);

/**
 * Whether a file holds the size of what has one of the keys against a limit, or somebody declared that
 * it has one: `@bounded`.
 */
export function isLimited(facts: FileFacts, keys: ReadonlySet<string>): boolean {
  return facts.conditions.some(
    ({ ref, is }) => is === 'limited' && (keys.has(refKey(facts, ref)) || isSizeOf(facts, ref, keys)),
  );
}

/** `queue.length`, of what has one of the keys. */
export function isSizeOf(facts: FileFacts, ref: RefId, keys: ReadonlySet<string>): boolean {
  const [kind, base, name] = facts.refs[ref]!;
  return kind === 'member' && SIZES.has(String(name)) && keys.has(refKey(facts, base as RefId));
}
