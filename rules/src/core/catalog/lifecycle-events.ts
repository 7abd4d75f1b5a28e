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

/**
 * Events whose listener is handed something that others use afterwards: an agent keeps the socket of a
 * request for the next one. https://nodejs.org/api/http.html#event-socket
 */
export const LENDING_EVENTS: ReadonlySet<string> = new Set(['socket']);
