/**
 * Shapes of catalogue rows. A row is a fact about a library, with a link to its source; it holds
 * no logic. Anything the engine knows of an API by name stands in such a row.
 *
 * **Access paths** name values of other packages, from the module outwards:
 *
 * | path | value |
 * |---|---|
 * | `node:fs.readFileSync` | an export; default exports and namespaces are the module itself |
 * | `express()` | what calling the module's export returns |
 * | `ws.WebSocketServer.new()` | an instance made by `new` |
 * | `express:Application.get` | a member of a catalogue type, see {@link TypeRow} |
 * | `global:setTimeout` | a global |
 * | `express:Application.get()` | what a method of a catalogue type returns |
 * | `bullmq.Worker.new` | a constructor, as the `api` of a row |
 * | `shop.{get,post}` | braces expand to one row each; several groups multiply, groups do not nest |
 *
 * A path is matched as text, so `lodash.debounce` is both the export of `lodash` and the package
 * of that name, and `lodash/debounce` is the module that a package exports under a subpath.
 */
import type { ContextKind } from '../model.js';

export type AccessPath = string;
/** `<library>:<Type>`, for example `node:http:Server`. */
export type TypeName = string;

/**
 * Where a function handed to an API runs. What it gives back is `unread` where the API calls it once, does not look at
 * that, and promises no order beside other callbacks, as listeners of one stream have.
 */
export type Mode =
  /** Before the API returns, in the caller's context: `map`, `sort`. */
  | { readonly runs: 'sync' }
  /** Later, on behalf of this call, at most once or a bounded number of times: `fs.readFile`, `then`. */
  | { readonly runs: 'continues'; readonly unread?: true }
  /** Later and again and again: a root of its own. */
  | { readonly runs: 'deferred'; readonly context: ContextKind }
  /** Like `continues`, but a handler of its own when it re-arms itself: `setTimeout`. */
  | { readonly runs: 'rearms'; readonly context: ContextKind; readonly unread?: true }
  /** When the result of the call is called: `debounce(f)`, `asyncHandler(f)`. */
  | { readonly runs: 'returned' }
  /** As `returned`, once per process: `once(f)`, `memoize(f)`. */
  | { readonly runs: 'memoised' }
  /** On another thread or process; ends the hazard. */
  | { readonly runs: 'offloaded' }
  /** Kept, called by someone the engine cannot see. */
  | { readonly runs: 'stored' }
  | { readonly runs: 'never' };

/** At most one test on an argument. */
export type ArgumentTest =
  | { readonly arg: number; readonly equals: readonly (string | number | boolean)[] }
  | { readonly arg: number; readonly isFunction: boolean }
  | { readonly arg: number; readonly isString: boolean }
  | { readonly arg: number; readonly has: string; readonly equals?: readonly (string | boolean)[] }
  | { readonly count: number }
  | { readonly atLeast: number };

export interface TypeRow {
  readonly type: TypeName;
  /** Paths whose value is of this type, calls included: `express()`, `node:http.createServer()`. */
  readonly from: readonly AccessPath[];
  /** Supertypes: rows of these apply too. Several rows of one type add up. */
  readonly extends?: readonly TypeName[];
}

/**
 * Functions inside an argument: its position, then property names, `1.handler`. Objects, instances
 * (their methods) and results of calls are looked into; arrays and spreads are looked through on
 * every step, so `0.handler` also finds the handlers of an array of routes; and so are thunks,
 * functions that stand where the path expects an object to go on: `fields: () => ({ … })`.
 *
 * | step | leads to |
 * |---|---|
 * | `name` | the property of that name |
 * | `{a,b}` | one path each |
 * | `*` | any one property or method |
 * | `**` | the value itself and anything nested in it, at any depth |
 *
 * So `0.resolvers.**` means every function nested in `resolvers`, and `0.**.resolve` every
 * property `resolve` at any depth.
 */
export type OptionPath = string;

/**
 * Every row whose `api` and `when` fit a call applies to it; of several that claim the same
 * function, the first one wins.
 */
export interface CallbackRow {
  readonly api: AccessPath;
  /**
   * Which arguments are callbacks: positions, `'last'`, `'rest'` (every function argument, those
   * in arrays included), or an {@link OptionPath} such as `'0.fetch'`; `'methods'` means every
   * method of the object or instance in argument 0, as `'0.*'` does.
   */
  readonly params: readonly (number | OptionPath)[] | 'last' | 'rest' | 'methods';
  readonly mode: Mode;
  readonly when?: ArgumentTest;
  /**
   * Types of what the callback receives, by position; null where nothing is known. `element` is an
   * element of the receiver, or of argument 0 where the API is an export: `_.map(list, f)`.
   */
  readonly gives?: readonly (TypeName | 'element' | null)[];
  /** What the handler is called in messages: a fixed word, or the argument that names it. */
  readonly event?: string | { readonly arg: number };
  readonly since?: string;
}

/** A synchronous call that waits for the disk, a process, the network or heavy native work. */
export interface BlockingRow {
  readonly api: AccessPath;
  readonly waits: 'io' | 'cpu';
  /** What it waits for, as a noun: "the disk", "a child process". */
  readonly for: string;
  readonly when?: ArgumentTest;
  /** Reported by the `strict` config only. */
  readonly strict?: true;
  /** The result is kept by the platform, as with `require`: only the first call waits. */
  readonly memoised?: true;
  /** How to write it without blocking; absent where no equal form exists. */
  readonly promise?: PromiseForm;
  /**
   * It reads a file, and gives text where the argument of this index says an encoding: that may as well be read at
   * start-up where the other arguments do not change.
   */
  readonly textIf?: number;
  readonly since?: string;
}

/** The promise form that gives the same result for the same arguments. */
export interface PromiseForm {
  /** Module to import from and the export's name: `['node:fs/promises', 'readFile']`. */
  readonly from?: readonly [module: string, name: string];
  /** Method of the same receiver, for libraries with both forms on one object: `bcrypt.compare`. */
  readonly method?: string;
  /**
   * `same`: arguments and result are equal. `exists`: the result is `true` when it settles and
   * `false` when it rejects. `promisify`: a callback form that has to go through `util.promisify`. `process`: a child
   * process whose callback gets `stdout` and `stderr`, of which the result is the first.
   */
  readonly shape: 'same' | 'exists' | 'promisify' | 'process';
  /** Largest number of arguments for which it holds. */
  readonly arity?: number;
  /**
   * The TypeScript type of the result, where `util.promisify` does not see it: it does not choose among overloads, so a
   * `new Promise` goes around the callback form.
   */
  readonly result?: string;
}

/** A decorator that makes a method a handler: `@Get()`. */
export interface DecoratorRow {
  readonly decorator: AccessPath;
  readonly context: ContextKind;
  /** `class`: every public method of the decorated class, or those named in `methods`. */
  readonly on: 'method' | 'class';
  readonly methods?: readonly string[];
}

/** Methods a framework calls on classes that implement an interface or extend a base. */
export interface HookRow {
  /** Interface or base class. */
  readonly base: AccessPath;
  readonly methods: readonly string[];
  readonly context: ContextKind;
}

/** Exports that a framework calls because of where the file stands. */
export interface FileRouteRow {
  /** Matched against the project-relative POSIX path, as `picomatch` globs are written. */
  readonly files: readonly string[];
  /**
   * Exported names, `default` included; `*` for all functions. A name may go on into an exported
   * object, with the steps of an {@link OptionPath}: `default.fetch`, `actions.*`.
   */
  readonly exports: readonly string[];
  readonly context: ContextKind;
  /** Packages of which one must be among the project's dependencies. */
  readonly needs?: readonly string[];
  /** The file must begin with this directive: `use server`. */
  readonly directive?: string;
  /** Types of the function's parameters by position; null where nothing is known. */
  readonly gives?: readonly (TypeName | null)[];
  /** Reached at build time as well: findings are "possible". */
  readonly possible?: true;
}

/** A declared type that says what a function is for: `RequestHandler`, `req: NextApiRequest`. */
export interface SignatureRow {
  /** Type of the function itself. */
  readonly functions?: readonly AccessPath[];
  /** Type of any of its parameters. */
  readonly params?: readonly AccessPath[];
  readonly context: ContextKind;
  /** Types of the parameters of {@link functions} by position; null where nothing is known. */
  readonly gives?: readonly (TypeName | null)[];
}

/** Method names whose callbacks run alike on every receiver: array methods, promises, emitters. */
export interface ShapeRow {
  readonly methods: readonly string[];
  readonly params: readonly number[] | 'last' | 'rest';
  readonly mode: Mode;
  readonly when?: ArgumentTest;
  readonly gives?: readonly ('element' | null)[];
  readonly event?: { readonly arg: number };
}

/** A call whose result is its argument, or an object like it: `Object.freeze`, `promisifyAll`. */
export interface IdentityRow {
  readonly api: AccessPath;
  readonly arg: number;
}

/** Code handed over by file name: `new Worker('./w.js')`. The file's module body is a root. */
export interface LaunchRow {
  readonly api: AccessPath;
  readonly arg: number;
  /** The property of the argument that holds the file name: `new Piscina({ filename })`. */
  readonly option?: string;
  readonly context: ContextKind;
}

/** How something that was acquired is given back. */
export type ReleaseRow =
  /** A method of what holds it, called with the same event and function: `off('x', f)`. */
  | { readonly by: 'pair'; readonly methods: readonly string[] }
  /** A method of what holds it that releases all there is: `removeAllListeners()`, `disconnect()`. */
  | { readonly by: 'all'; readonly methods: readonly string[] }
  /** A function that is given what the API returned: `clearTimeout(timer)`. */
  | { readonly by: 'handle'; readonly functions: readonly string[] }
  /** A method of what the API returned: `subscription.unsubscribe()`. */
  | { readonly by: 'method'; readonly methods: readonly string[] }
  /** What the API returned is a function, and calling it releases. */
  | { readonly by: 'call' }
  /** An `AbortSignal` under a name in an argument: `{ signal }`. */
  | { readonly by: 'signal'; readonly arg: number; readonly option: string };

/** A call after which something is held until it is released: a listener, a timer, a subscription. */
export interface ResourceRow {
  readonly api: AccessPath;
  readonly kind: 'listener' | 'timer' | 'interval' | 'subscription' | 'observer' | 'watcher';
  /** What keeps it alive: what the API is called on, an argument, or the process. */
  readonly heldBy: 'receiver' | 'process' | { readonly arg: number };
  /** A fixed word, or the argument that names the event. */
  readonly event?: string | { readonly arg: number };
  /** Position of the function that is registered. */
  readonly listener?: number;
  /** The first event releases it. */
  readonly once?: true;
  readonly released: readonly ReleaseRow[];
  readonly when?: ArgumentTest;
  readonly since?: string;
}

/** As a {@link ResourceRow}, for methods of that name on receivers whose type nobody knows. */
export interface ResourceShapeRow extends Omit<ResourceRow, 'api'> {
  readonly methods: readonly string[];
}

/** A call that waits for somebody else as long as they like, unless an option says otherwise. */
export interface WaitRow {
  readonly api: AccessPath;
  /** What it waits for, as a noun: "an answer". */
  readonly for: string;
  /** Options that bound it, and the arguments that may be the options object. */
  readonly options: readonly string[];
  readonly at: readonly number[];
  /** The library's own option for a number of milliseconds, for fixes; `signal`: it takes an `AbortSignal`. */
  readonly bound?: string;
  /** The API that made what it is called on may bound it, by the same options: `axios.create({ timeout })`. */
  readonly madeBy?: AccessPath;
  /** What the call makes is kept, and those who ask it later wait: a pool. It is reported wherever it is made. */
  readonly kept?: true;
  /** Reported by the `strict` config only: there is a limit, though a long one. */
  readonly strict?: true;
}

/** A call that adds to what has no limit of its own, or makes something that keeps all it is given. */
export interface QueueRow {
  readonly api: AccessPath;
  /** Members by which a program learns how much is waiting, or that there is room: who reads one has a limit in mind. */
  readonly tells: readonly string[];
  /** The method of {@link tells} that promises room for another: `await queue.onSizeLessThan(100)`. */
  readonly room?: string;
  /** Arguments that limit what is kept. */
  readonly sizedBy?: readonly number[];
  /** Options that limit it, and the argument that is the options object. */
  readonly options?: readonly string[];
  readonly at?: number;
}

/** A call that goes on outside of the program, on the network, the disk or in another process, and takes something there. */
export interface OutgoingRow {
  readonly api: AccessPath;
}

/** A call that has messages handed over, all at once unless a limit was set. */
export interface ConsumerRow {
  readonly api: AccessPath;
  /** Members of the same object that set the limit. */
  readonly limitedBy: readonly string[];
}

export interface Library {
  /** The npm package, `node:<module>`, or `dom`. */
  readonly name: string;
  /** Documentation the rows were written from. */
  readonly source: string;
  /** Other module names with the same exports: `fs` and `node:fs`, `graceful-fs`. */
  readonly aliases?: readonly string[];
  readonly types?: readonly TypeRow[];
  readonly callbacks?: readonly CallbackRow[];
  readonly blocking?: readonly BlockingRow[];
  readonly decorators?: readonly DecoratorRow[];
  readonly hooks?: readonly HookRow[];
  readonly fileRoutes?: readonly FileRouteRow[];
  readonly signatures?: readonly SignatureRow[];
  readonly identities?: readonly IdentityRow[];
  readonly launches?: readonly LaunchRow[];
  readonly resources?: readonly ResourceRow[];
  readonly waits?: readonly WaitRow[];
  readonly queues?: readonly QueueRow[];
  readonly outgoing?: readonly OutgoingRow[];
  readonly consumers?: readonly ConsumerRow[];
}
