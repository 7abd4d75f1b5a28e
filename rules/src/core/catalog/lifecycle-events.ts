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
 * Of those, the last that a stream, a response or a process emits: no later one relies on what their listeners did.
 * https://nodejs.org/api/stream.html#event-close, https://nodejs.org/api/http.html#event-finish_1
 */
export const LAST_EVENTS: ReadonlySet<string> = new Set(['close', 'finish']);

/** Paths of a program's own emitters: who emits goes on with what the listeners did. */
export const OWN_EMITTER = /^node:events\b/;

/**
 * Events that hand over the parts of one thing, which have to be taken in their order, and the one that says that all are
 * handed over. https://nodejs.org/api/stream.html#event-data, https://nodejs.org/api/readline.html#event-line
 */
export const ORDERED_EVENTS: ReadonlySet<string> = new Set(['data', 'readable', 'line', 'end']);

/** Events by which a connection says that it can be used, once per connection. */
export const OPENING_EVENTS: ReadonlySet<string> = new Set([
  'ready',
  'connect',
  'connected',
  'open',
  'online',
  'reconnect',
  'session_start',
]);

/** Events that people at a page cause; what emits them need not be known. https://www.w3.org/TR/uievents/ */
export const PAGE_EVENTS: ReadonlySet<string> = new Set(
  (
    'click dblclick contextmenu auxclick mousedown mouseup mousemove mouseenter mouseleave mouseover mouseout wheel ' +
    'pointerdown pointerup pointermove touchstart touchend touchmove keydown keyup keypress input submit focus blur scroll ' +
    'dragstart dragover dragend'
  ).split(' '),
);

/**
 * Methods of stream implementations: a stream asks for the next chunk when the last was taken.
 * https://nodejs.org/api/stream.html#api-for-stream-implementers
 */
export const PACED_METHODS: ReadonlySet<string> = new Set(['_write', '_writev', '_transform', '_flush', '_read']);

/**
 * Events whose listener is handed something that others use afterwards: an agent keeps the socket of a
 * request for the next one. https://nodejs.org/api/http.html#event-socket
 */
export const LENDING_EVENTS: ReadonlySet<string> = new Set(['socket']);

/**
 * Calls whose result the page holds on to as long as somebody listens to it.
 * https://drafts.csswg.org/cssom-view/#mediaquerylist
 */
export const LIVES_WHILE_HEARD: ReadonlySet<string> = new Set(['global:matchMedia']);

/** Methods that may make a subscription end by itself: `subject.pipe(take(1)).subscribe(…)`. */
export const MAY_END: ReadonlySet<string> = new Set(['pipe']);
