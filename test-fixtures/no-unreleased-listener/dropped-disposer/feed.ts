import type { EventEmitter } from 'node:events';

function subscribe(emitter: EventEmitter, listener: () => void): () => void {
  emitter.on('news', listener);
  return () => emitter.off('news', listener);
}

export function show(emitter: EventEmitter): void {
  subscribe(emitter, () => console.log('news'));
//^^^^^^^^^ no-unreleased-listener: `subscribe` returns the function that removes its listener, and it is dropped.
}

export function showUntil(emitter: EventEmitter, signal: AbortSignal): void {
  const stop = subscribe(emitter, () => console.log('news'));
  signal.addEventListener('abort', stop, { once: true });
}
