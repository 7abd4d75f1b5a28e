/**
 * Events that mark a stage in the life of what emits them. They fire once, or once per reconnection:
 * a listener goes on with what the registering code does, it is no handler that clients keep calling.
 */
export const LIFECYCLE_EVENTS: ReadonlySet<string> = new Set([
  'ready',
  'connect',
  'connected',
  'listening',
  'open',
  'online',
  'spawn',
  'load',
  'DOMContentLoaded',
  'close',
  'end',
  'finish',
]);
