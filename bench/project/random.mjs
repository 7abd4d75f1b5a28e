/**
 * A small seeded source of numbers (mulberry32): the same seed gives the same project everywhere.
 * @param {number} seed
 */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = n => Math.floor(next() * n);
  return {
    below,
    /** Whole number from `from` to `to`, both included. */
    between: (from, to) => from + below(to - from + 1),
    chance: probability => next() < probability,
    pick: list => list[below(list.length)],
    /** `count` different members, in their order. */
    some: (list, count) => {
      const left = [...list];
      const taken = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(below(left.length), 1));
      return list.filter(member => taken.includes(member));
    },
  };
}
