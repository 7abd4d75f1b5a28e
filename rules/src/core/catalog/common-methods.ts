/**
 * Method names that say nothing about the class they belong to: JavaScript's own, the platform's,
 * and the vocabulary that libraries share. A call of one on an unknown receiver is not resolved by name.
 */
const SHARED = new Set(
  (
    'open close read write send receive end start stop run exec execute init initialize load save store fetch request ' +
    'connect disconnect on off once emit listen subscribe unsubscribe publish dispatch notify pipe unpipe pause resume ' +
    'create update remove destroy dispose clone copy merge reset clear flush refresh reload render draw resize show hide ' +
    'insert append prepend find findOne findAll findById query select where order limit count sum first last all any ' +
    'parse stringify format encode decode encrypt decrypt hash sign verify validate check test match compile transform ' +
    'log info warn error debug trace fatal child handle process register unregister use get set has add delete list ' +
    'next prev previous back forward enable disable lock unlock acquire release wait retry abort cancel schedule ' +
    'commit rollback transaction setup teardown up down build generate print status json text body header headers ' +
    'redirect cookie download upload attach detach focus blur click submit setState toJSON getName setName getId getValue ' +
    'setValue getData setData getUser getConfig getPath getState name type path url key value data size length index id'
  ).split(' '),
);

const BUILT_IN = new Set(
  [
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    RegExp,
    Date,
    Promise,
    Map,
    Set,
    WeakMap,
    WeakSet,
    Symbol,
    Error,
    ArrayBuffer,
    DataView,
    Uint8Array,
    Object.getPrototypeOf(Uint8Array) as { prototype: object },
  ].flatMap(constructor => Object.getOwnPropertyNames(constructor.prototype)),
);

/** Whether a bare method name is too common to tell whose it is. */
export function isCommonMethod(name: string): boolean {
  return name.length < 4 || SHARED.has(name) || BUILT_IN.has(name);
}
