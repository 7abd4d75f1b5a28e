/**
 * Methods that end the life of an instance, by framework or by convention: what an instance holds has
 * to be released when one of them is called.
 */
export const TEARDOWN_METHODS: ReadonlySet<string> = new Set([
  'close',
  'destroy',
  'dispose',
  'disconnect',
  'stop',
  'shutdown',
  'teardown',
  'tearDown',
  'terminate',
  'unmount',
  'cleanup',
  'cleanUp',
  'deactivate',
  'remove',
  // Disposable, AsyncDisposable. https://github.com/tc39/proposal-explicit-resource-management
  '@@dispose',
  '@@asyncDispose',
  // Node streams. https://nodejs.org/api/stream.html#implementing-a-readable-stream
  '_destroy',
  // Angular, NestJS, React, Vue, custom elements.
  'ngOnDestroy',
  'onModuleDestroy',
  'onApplicationShutdown',
  'beforeApplicationShutdown',
  'componentWillUnmount',
  'beforeDestroy',
  'beforeUnmount',
  'disconnectedCallback',
]);

/** Methods that end something else when they are told what. */
export const MAY_END_OTHERS: ReadonlySet<string> = new Set([
  'close',
  'destroy',
  'disconnect',
  'remove',
  'stop',
  'unmount',
]);

/** Parameters of methods that end the instance itself: why, how, and whom to tell. */
export const ENDING_PARAMS =
  /^(?:_.*|err|error|e|cb|callback|done|next|fn|why|reason|signal|code|force|forced|immediate|immediately|graceful|hard|wait|timeout|ms|disposing|opts|options|silent|keep.*|remove.*)$/i;

/** Functions that run their callback when the scope or component around ends. https://vuejs.org/api */
export const SCOPE_ENDINGS: ReadonlySet<string> = new Set([
  'onUnmounted',
  'onBeforeUnmount',
  'onScopeDispose',
  'tryOnScopeDispose',
  'tryOnUnmounted',
  'tryOnBeforeUnmount',
  'onDestroy',
  'onCleanup',
  'onWatcherCleanup',
]);

/** Functions that run an effect, which returns what cleans up after it. https://react.dev/reference/react/useEffect */
export const SCOPE_EFFECTS: ReadonlySet<string> = new Set(['useEffect', 'useLayoutEffect', 'useInsertionEffect']);

/** Methods that keep a disposable until the instance is disposed of. https://github.com/microsoft/vscode/blob/main/src/vs/base/common/lifecycle.ts */
export const KEEPERS: ReadonlySet<string> = new Set([
  '_register',
  'register',
  'addDisposable',
  'registerDisposable',
  'onDispose',
]);

/** Methods that end what listeners are registered on, and them with it. */
export const ENDS_TARGET: ReadonlySet<string> = new Set([
  'close',
  'destroy',
  'end',
  'dispose',
  'disconnect',
  'terminate',
  'quit',
  'complete',
  'remove',
  'kill',
]);
