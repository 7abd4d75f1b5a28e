/**
 * Which old item each new one is, of two versions of a list: what both begin and end with, and in
 * between items of one key in their order. -1: it is new.
 */
export function matchSequences(old: readonly string[], fresh: readonly string[]): Int32Array {
  const matched = new Int32Array(fresh.length).fill(-1);
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) matched[start] = start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) {
    matched[fresh.length - 1 - end] = old.length - 1 - end;
    end++;
  }
  const left = new Map<string, number[]>();
  for (let i = old.length - 1 - end; i >= start; i--) {
    const known = left.get(old[i]!);
    if (known) known.push(i);
    else left.set(old[i]!, [i]);
  }
  for (let i = start; i < fresh.length - end; i++) matched[i] = left.get(fresh[i]!)?.pop() ?? -1;
  return matched;
}
