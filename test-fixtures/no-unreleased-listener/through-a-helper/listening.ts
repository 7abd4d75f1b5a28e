import type { EventEmitter } from 'node:events';

export function listen(emitter: EventEmitter, listener: () => void): void {
  emitter.on('done', listener);
}

export function unlisten(emitter: EventEmitter, listener: () => void): void {
  emitter.off('done', listener);
}
