import { readFileSync } from 'node:fs';

/** @blocking io */
export function legacyLoad(name) {
  return globalThis.bridge.load(name);
}

/**
 * Reads a file that the kernel keeps in memory.
 * @nonblocking
 */
export function tiny() {
  return readFileSync('/proc/self/stat');
}

/** @runs offloaded work */
export function drive(work) {
  globalThis.bridge.thread(work);
}

/** @runs sync work */
export function onIdle(work) {
  globalThis.bridge.idle(work);
}
