/**
 * The engine's front door: facts in, findings out. Drivers hold one {@link Analysis} per project,
 * tell it what changed, and ask.
 */
import type { Certainty, ContextKind, FileFacts, Finding, Fix, RouteStep, Tier } from './model.js';
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
