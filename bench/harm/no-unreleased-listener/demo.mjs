// node bench/harm/no-unreleased-listener/demo.mjs
// Requests that listen to a shared emitter, and leave or take their listener away; prints one table.
import { EventEmitter } from 'node:events';
import { megabytes, memoryInUse, milliseconds } from '../memory.mjs';

const REQUESTS = 10_000;
const EMITS = 100;

/**
 * @param {string} name
 * @param {boolean} removes
 */
function measure(name, removes) {
  const shared = new EventEmitter().setMaxListeners(0);
  const before = memoryInUse();
  for (let request = 0; request < REQUESTS; request++) {
    const body = Buffer.alloc(1024, request);
    const onChange = () => body.length;
    shared.on('change', onChange);
    if (removes) shared.off('change', onChange);
  }
  const after = memoryInUse();
  const start = performance.now();
  for (let emit = 0; emit < EMITS; emit++) shared.emit('change');
  const time = (performance.now() - start) / EMITS;
  return {
    'after 10,000 requests': name,
    listeners: shared.listenerCount('change'),
    'memory more': megabytes(Math.max(0, after - before)),
    'one emit takes': time < 0.1 ? `${(time * 1000).toFixed(1)} µs` : milliseconds(time),
  };
}

console.table([measure('left on the emitter', false), measure('removed', true)]);
