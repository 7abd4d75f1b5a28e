import type { FileFacts, RefId } from '../model.js';
import { NO_KEY, refKey } from './ref-keys.js';

const SIZES: ReadonlySet<string> = new Set(['length', 'size', 'byteLength']);

/**
 * Whether a file holds the size of what has one of the keys against a limit, or somebody declared that
 * it has one: `@bounded`.
 */
export function isLimited(facts: FileFacts, keys: ReadonlySet<string>): boolean {
  return facts.conditions.some(
    ({ ref, is }) => is === 'limited' && (isAmong(facts, ref, keys) || isSizeOf(facts, ref, keys)),
  );
}

/** The same, where the counts that a function adds to go along with what has the keys. */
export function isLimitedBy(facts: FileFacts, fn: number, keys: readonly string[]): boolean {
  const counts = facts.writes.flatMap(({ fn: home, kind, target }) =>
    home === fn && kind === 'append' ? [refKey(facts, target)] : [],
  );
  return isLimited(facts, new Set([...keys, ...counts]));
}

/** `queue.length`, of what has one of the keys. */
export function isSizeOf(facts: FileFacts, ref: RefId, keys: ReadonlySet<string>): boolean {
  const [kind, base, name] = facts.refs[ref]!;
  return kind === 'member' && SIZES.has(String(name)) && isAmong(facts, base as RefId, keys);
}

/** Of what has no key nothing is known. */
function isAmong(facts: FileFacts, ref: RefId, keys: ReadonlySet<string>): boolean {
  const key = refKey(facts, ref);
  return key !== NO_KEY && keys.has(key);
}
