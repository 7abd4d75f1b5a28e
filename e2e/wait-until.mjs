/**
 * Waits for a condition, with a deadline.
 * @template T
 * @param {string} what What is waited for; the error says it.
 * @param {() => T | Promise<T>} look Anything but undefined, null, false and '' ends the waiting.
 * @param {{ seconds?: number, otherwise?: () => unknown }} [options] `otherwise` is what was there instead.
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitUntil(what, look, { seconds = 20, otherwise } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) break;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  const instead = otherwise === undefined ? '' : `; there is ${JSON.stringify(await otherwise(), undefined, 1)}`;
  throw new Error(`Waited ${seconds} s in vain: ${what}${instead}`);
}
