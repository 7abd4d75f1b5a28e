import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = runInNewContext('gc');

/** Memory that is in use after a full collection, in bytes. */
export function memoryInUse() {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** @param {number} bytes */
export const megabytes = bytes => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** @param {number} value */
export const milliseconds = value => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
