/**
 * The words every part of the engine shares: where something stands, what a file says (facts),
 * what was concluded from it (contexts, effects) and what is told to a person (findings, fixes).
 *
 * Facts are plain data: they survive JSON, hold no absolute paths and no times, and are a pure
 * function of (text, file kind, catalogue version).
 */
import type { ConditionFact, WriteFact } from './flow-facts.js';
import type { RefId, Span } from './span.js';

export { FLOW, WRITE_KINDS, type ConditionFact, type WriteFact } from './flow-facts.js';
export type { RefId, Span } from './span.js';

/** In which situation a function runs. */
export const CONTEXTS = [
  'startup',
  'cli',
  'request',
  'event',
  'timer',
  'message',
  'render',
  'worker',
  'exit',
  'test',
  'unknown-export',
] as const;
export type ContextKind = (typeof CONTEXTS)[number];

/** The contexts in which the event loop calls a function again and again. */
export const HANDLER_CONTEXTS = ['request', 'event', 'timer', 'message', 'render'] as const;
export type HandlerContext = (typeof HANDLER_CONTEXTS)[number];

/**
 * A value as it is written: a symbolic expression over bindings. The linker evaluates it across
 * files. Stored as a tuple `[kind, …operands]`; operands that are numbers are indices.
 *
 * | ref | meaning |
 * |---|---|
 * | `['?']` | nothing is known |
 * | `['global', name]` | a free identifier |
 * | `['import', module, name]` | ES import; name `*` is the namespace, `default` the default export |
 * | `['require', module]` | `require('…')`, `import x = require('…')`: what `module.exports` is |
 * | `['dynamic', module]` | `import('…')`, already awaited |
 * | `['fn', function]`, `['class', class]`, `['object', object]` | literals of this file |
 * | `['this', class]`, `['super', class]` | `this` and `super` in an instance member |
 * | `['receiver', function]` | `this` in a function that is not a class member |
 * | `['param', function, index]` | a parameter |
 * | `['var', variable]` | a variable with all values assigned to it |
 * | `['member', ref, name]` | `ref.name`, also by destructuring |
 * | `['element', ref]` | any element of a collection: `ref[i]`, `for (const x of ref)` |
 * | `['call', ref, call]` | the result of a call; `await` is transparent |
 * | `['new', ref, call]` | an instance |
 * | `['either', …refs]` | conditional, logical, or a union type |
 * | `['array', n, …refs]` | the n-th array literal, or (n = -1) an array type, of these elements |
 * | `['literal', value]` | string, number or boolean literal |
 * | `['returns', ref]` | a function, known by its type only, whose result is `ref` |
 * | `['result', ref]` | what calling `ref` gives, said by `ReturnType` |
 * | `['instance', ref]` | a value whose declared type is the class or interface `ref` |
 * | `['alias', ref]` | the type that a type alias names; may lead back to itself |
 * | `['environment', name]` | true in this environment only: a comparison of `NODE_ENV` |
 * | `['exports']` | `module.exports` of this file |
 */
export type Ref = readonly [kind: string, ...operands: (string | number | boolean)[]];

export type FunctionKind = 'module' | 'function' | 'arrow' | 'method' | 'constructor' | 'getter' | 'setter' | 'field';

export interface Parameter {
  readonly name: string;
  /** Declared type as a ref that yields values of that type. */
  readonly type?: RefId;
  readonly initial?: RefId;
  readonly rest?: true;
}

/** A use of a decorator: `@Get('/users')`. */
export interface DecoratorUse {
  readonly callee: RefId;
  readonly args: readonly RefId[];
}

/** What JSDoc tags say of a function (see ARCHITECTURE.md, "Where the user says otherwise"). */
export interface DocTags {
  readonly blocking?: 'io' | 'cpu';
  readonly nonblocking?: true;
  readonly context?: ContextKind;
  /** `@runs sync|deferred|offloaded <param>`: parameter name to mode. */
  readonly runs?: Readonly<Record<string, 'sync' | 'deferred' | 'offloaded'>>;
}

export interface FunctionFact {
  /** As a person would call it: `load`, `Shop.open`; empty when anonymous. */
  readonly name: string;
  readonly kind: FunctionKind;
  /** The function this one is written in; -1 for the module body, which is function 0. */
  readonly parent: number;
  readonly span: Span;
  /** Where a tool points to mean this function: its name, or its first token. */
  readonly head: Span;
  readonly params: readonly Parameter[];
  /** Values this function may return. */
  readonly returns: readonly RefId[];
  readonly returnType?: RefId;
  readonly async?: true;
  readonly generator?: true;
  /** Class whose member this is. */
  readonly class?: number;
  readonly static?: true;
  /** What `this` is when it is not an instance of `class`: a prototype's constructor, an object. */
  readonly receiver?: RefId;
  readonly decorators?: readonly DecoratorUse[];
  readonly tags?: DocTags;
  /** Returns JSX and has a capitalised name: a component. */
  readonly component?: true;
  /** Uses parameters named like a request and a response as such: `res.json(…)`, `req.body`. */
  readonly requestShape?: true;
  /** Exported under this name (`default` included). */
  readonly exported?: string;
}

/** A test on a parameter that decides whether a call runs. */
export interface ParamGuard {
  readonly kind: 'param';
  readonly param: number;
  /** Property of the parameter, when an options object is tested. */
  readonly property?: string;
  readonly truthy: boolean;
  /** The parameter is a boolean switch (declared, defaulted or compared as one), not data. */
  readonly flag?: true;
}

/** Circumstances of a call inside its function. */
export interface CallGuards {
  /** Runs for the first call only: the result is kept and looked up before. */
  readonly memoised?: true;
  /** On a path that ends in `process.exit`. */
  readonly exits?: true;
  /** Inside `if (require.main === module)` or `if (import.meta.main)`. */
  readonly main?: true;
  /** Inside a branch taken only outside production (`NODE_ENV`). */
  readonly development?: true;
  /** Inside a branch taken only off the main thread. */
  readonly offMainThread?: true;
  /** Inside a branch on a value that may hold a comparison of `NODE_ENV`. */
  readonly environment?: { readonly ref: RefId; readonly production: boolean };
  readonly param?: ParamGuard;
}

export interface CallFact {
  readonly kind: 'call' | 'new';
  /** The variable or field that what is made was made for. */
  readonly name?: string;
  /** Function whose body the call is written in. */
  readonly fn: number;
  readonly callee: RefId;
  readonly args: readonly RefId[];
  /** Set when an argument is spread: positions after it are unknown. */
  readonly spread?: true;
  /** Smallest token that names the callee. */
  readonly token: Span;
  /** The whole call expression. */
  readonly span: Span;
  /** How many `await`s of `fn` stand before it: its segment. */
  readonly segment: number;
  readonly awaited?: true;
  readonly guards?: CallGuards;
  /** Bits of {@link FLOW}; 0 when absent. */
  readonly flow?: number;
  /** Index of the innermost test around it in {@link FileFacts.conditions}. */
  readonly condition?: number;
}

export interface ClassFact {
  readonly name: string;
  readonly span: Span;
  /** `class` and `interface` share one shape; type aliases of object types are interfaces too. */
  readonly kind: 'class' | 'interface';
  readonly abstract?: true;
  readonly heritage: readonly RefId[];
  readonly implements: readonly RefId[];
  /** Instance members: name to values (functions, declared types, initialisers). */
  readonly members: Readonly<Record<string, readonly RefId[]>>;
  readonly statics: Readonly<Record<string, readonly RefId[]>>;
  readonly construct?: number;
  readonly decorators?: readonly DecoratorUse[];
  readonly exported?: string;
}

export interface ObjectFact {
  /** Function in which it is written, and the variable that it was made for: of empty ones, which may be filled. */
  readonly fn?: number;
  readonly name?: string;
  readonly members: Readonly<Record<string, readonly RefId[]>>;
  /** Values under computed keys. */
  readonly elements?: readonly RefId[];
  readonly spreads?: readonly RefId[];
  /** Members whose value nothing is known of. */
  readonly unknown?: readonly string[];
}

export interface VariableFact {
  readonly name: string;
  /** Function in which it is declared; its body runs once for each of them. */
  readonly fn: number;
  readonly values: readonly RefId[];
  readonly type?: RefId;
  /** Declared outside every function. */
  readonly module?: true;
}

/** Name of a store that gives all members of `value` to `target`: `Object.assign(target, value)`. */
export const MIXED_IN = '...';

/** `target.name = value`, or `target[…] = value` / `target.push(value)` when `name` is null. */
export interface StoreFact {
  readonly target: RefId;
  readonly name: string | null;
  readonly value: RefId;
}

export interface ImportFact {
  readonly specifier: string;
  /** How it is loaded; `type` imports do not run the module. */
  readonly kind: 'import' | 'require' | 'dynamic' | 'type';
  /** Function in which the module is loaded: 0 at the top level. */
  readonly fn: number;
  readonly token: Span;
  readonly guards?: CallGuards;
}

export interface ExportFact {
  /** Exported name; `*` for `export * from`, `=` for `module.exports = …` and `export =`. */
  readonly name: string;
  readonly value: RefId;
}

/** A region in which a person silenced findings by an ESLint comment. */
export interface Suppression {
  /** First and last line it covers, from 1; the last may be Infinity written as 0. */
  readonly from: number;
  readonly to: number;
  /** Rule ids; empty: every rule. */
  readonly rules: readonly string[];
}

/** Why a file was left out of the analysis. */
export type SkipReason = 'binary' | 'bundle' | 'too-deep' | 'too-large';

export interface FileFacts {
  readonly skipped?: SkipReason;
  readonly refs: readonly Ref[];
  readonly functions: readonly FunctionFact[];
  readonly calls: readonly CallFact[];
  readonly classes: readonly ClassFact[];
  readonly objects: readonly ObjectFact[];
  readonly variables: readonly VariableFact[];
  readonly stores: readonly StoreFact[];
  readonly writes: readonly WriteFact[];
  readonly conditions: readonly ConditionFact[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  readonly suppressions: readonly Suppression[];
  /** `use client`, `use server`. */
  readonly directives: readonly string[];
  readonly shebang?: true;
  /** Written as a script that `require`s or assigns `module.exports`. */
  readonly commonjs?: true;
  readonly lines: number;
}

/** How far a call edge was taken on trust; see ARCHITECTURE.md, "What a finding rests on". */
export type Tier = 'A' | 'B' | 'C' | 'D';

export type Certainty = 'certain' | 'possible';

/** One place on the way from a handler to the hazard. Offsets are of `file`. */
export interface RouteStep {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

export type FixGrade = 'safe' | 'review';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A rewrite inside one file. `title` is an imperative without a period. */
export interface Fix {
  readonly title: string;
  readonly grade: FixGrade;
  /** It does something else than mend what was found: for a person to choose, never preferred, nor made with others. */
  readonly isOnlyChosen?: true;
  readonly file: string;
  /** Sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
}

export type Severity = 'error' | 'warning';

export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  /** One sentence with a period; the route is told in {@link Finding.routeText}. */
  readonly message: string;
  /** Continuation of the message: "it is reached through `load -> parse`." or empty. */
  readonly routeText: string;
  readonly certainty: Certainty;
  readonly file: string;
  readonly span: Span;
  /** Handler first, blocking call last. */
  readonly route: readonly RouteStep[];
  /** Handlers that reach the same place; at least 1. */
  readonly handlers: number;
  /** Stable over edits elsewhere: what the finding is about, without lines. Used for baselines and fingerprints. */
  readonly key: string;
}
