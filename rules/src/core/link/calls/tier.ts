import type { FileFacts, RefId, Tier } from '../../model.js';

/** Longer chains of members count as taken on trust. */
const MAX_HOPS = 30;
/** Kinds of ref whose values come from declared types, receivers or results. */
const ON_TRUST = new Set(['this', 'param', 'instance', 'call', 'receiver']);

/** How far the callee was taken on trust: bindings alone (A), or declared types and receivers (B). */
export function tierOf({ refs }: FileFacts, callee: RefId): Tier {
  let at = refs[callee]!;
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    if (at[0] !== 'member' && at[0] !== 'element') return ON_TRUST.has(at[0]) ? 'B' : 'A';
    at = refs[at[1] as number]!;
  }
  return 'B';
}
