/**
 * The engine's front door: facts in, findings out. Drivers hold one {@link Analysis} per project,
 * tell it what changed, and ask.
 */
import type { BlockingCall } from './cascade/blocking-calls.js';
import type { Cascade, CascadeOptions, CascadePlace } from './cascade/cascade-plan.js';
import type {
  Certainty,
  ContextKind,
  FileFacts,
  Finding,
  Fix,
  HandlerContext,
  RouteStep,
  Span,
  TextEdit,
  Tier,
} from './model.js';
import type { EngineSettings, FilesPort } from './port.js';
import type { Steps } from './steps.js';

/** Which findings are wanted. */
export interface Query {
  /** Also findings of certainty `possible` and rows marked strict. */
  readonly strict?: boolean;
  /** Rule ids; absent: all. */
  readonly rules?: readonly string[];
  /** Options per rule id, as validated by the rule's schema. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Only findings in this file. */
  readonly file?: string;
  /** Keep findings silenced by ESLint comments: ESLint itself applies those, and counts unused ones. */
  readonly suppressed?: 'keep';
  /**
   * Rather at once than exact: what the last solution says after it was patched where files changed
   * since. Nothing before the first solution. Not counted once a solution is exact, see
   * {@link Analysis.settle}.
   */
  readonly provisional?: boolean;
}

/** A context of a function and why it has it. */
export interface ContextReason {
  readonly context: ContextKind;
  readonly reason: string;
  readonly certainty: Certainty;
  readonly route: readonly RouteStep[];
}

export interface ExplainedCall {
  readonly line: number;
  readonly text: string;
  readonly targets: readonly {
    readonly name: string;
    readonly file?: string;
    readonly line?: number;
    readonly tier: Tier;
  }[];
  /** Why it could not be resolved, when there are no targets. */
  readonly unresolved?: string;
}

export interface ExplainedFunction {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  readonly contexts: readonly ContextReason[];
  readonly calls: readonly ExplainedCall[];
  /** What it blocks on, itself or through calls, with the shortest witness. */
  readonly effects: readonly { readonly effect: string; readonly route: readonly RouteStep[] }[];
  /** Blocking calls in it or below that are not reported, and why. */
  readonly silences: readonly { readonly line: number; readonly what: string; readonly why: string }[];
}

export interface Explanation {
  readonly file: string;
  readonly skipped?: string;
  readonly functions: readonly ExplainedFunction[];
}

/** A function of the project, by the place where a tool points to mean it. */
export interface FunctionPlace {
  /** Empty when anonymous. */
  readonly name: string;
  readonly file: string;
  /** Its name, or its first token. */
  readonly span: Span;
}

/** A handler, and the shortest way from it to a finding. */
export interface HandlerRoute extends FunctionPlace {
  /** What fires it, as a noun. */
  readonly event: string;
  readonly kind: 'fires' | 'runs' | 'renders';
  readonly context: HandlerContext;
  readonly certainty: Certainty;
  /** Handler first, blocking call last. */
  readonly route: readonly RouteStep[];
  /** The finding's message, said of this handler. */
  readonly message: string;
  /** What the handler's call leads to: a sentence of at most 100 characters, unless names are long. */
  readonly lead: string;
}

/** Several fixes of one file in one go. */
export interface CombinedFix {
  /** Sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** Those whose fix is among the edits. */
  readonly fixed: readonly Finding[];
}

export interface AnalysisStats {
  readonly files: number;
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  readonly lines: number;
  readonly functions: number;
  readonly calls: number;
  /** Calls by outcome: tier letters, `external`, and `unresolved`. */
  readonly resolved: Readonly<Record<string, number>>;
  readonly handlers: number;
}

export interface Analysis {
  /** Adds or replaces one file. */
  set(path: string, facts: FileFacts): void;
  delete(path: string): void;
  has(path: string): boolean;
  /** Forgets everything that was concluded from configuration or from the set of files. */
  reconfigure(port: FilesPort, settings: EngineSettings): void;
  /** Sorted by file, position, rule; suppressed findings are left out. Deterministic. */
  findings(query?: Query): readonly Finding[];
  /** Rewrites offered for a finding; made on demand from the current text. */
  fixes(finding: Finding): readonly Fix[];
  /** As if the fixes of several findings of one file were made one after the other: the first wanted one of each. */
  combinedFix(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): CombinedFix;
  /** A second analysis that knows other facts of some files; this one stays as it is. */
  withFacts(facts: ReadonlyMap<string, FileFacts>): Analysis;
  /** Every call that waits, whether a handler reaches it or not; by file and position. */
  blockingCalls(): readonly BlockingCall[];
  /**
   * Calls, by names that a rewrite gave, that lead to no function.
   * @param texts - the files to look at, by path, as they were analysed
   */
  callsToNowhere(texts: ReadonlyMap<string, string>, names: ReadonlySet<string>): readonly CascadePlace[];
  /**
   * How a blocking call, or that of a finding, becomes asynchronous through all functions up to the handlers, or why that
   * would be wrong. Undefined for what is no blocking call, and for what is no longer known.
   */
  cascade(of: Finding | BlockingCall, options?: CascadeOptions): Cascade | undefined;
  /**
   * Every handler from which a finding is reached, with the shortest route from it: shortest first,
   * then by place. As many as {@link Finding.handlers} says, at most 200. Empty for findings that are
   * no longer known.
   */
  handlersOf(finding: Finding): readonly HandlerRoute[];
  /** The function in which a finding stands; undefined for findings that are no longer known. */
  functionOf(finding: Finding): FunctionPlace | undefined;
  /** @param options provisional: as in {@link Query} */
  explain(path: string, options?: { provisional?: boolean }): Explanation | undefined;
  stats(): AnalysisStats;
  /** Whether exact answers are at hand; see {@link Analysis.settle}. */
  readonly settled: boolean;
  /**
   * Computes the exact answer for what the analysis was told, in steps of a few milliseconds, and
   * reads off all findings. May be left unfinished. Ends early, with {@link Analysis.settled} false,
   * when the analysis is told something new meanwhile.
   * @param options options per rule id that will be asked for
   */
  settle(options?: Query['options']): Steps<void>;
  /**
   * Files whose findings may be others than when this was asked last; `all` when that cannot be
   * told, as after a new exact solution. Provisional questions bring it up to date.
   */
  affected(): readonly string[] | 'all';
}
