/**
 * What the server and its clients say to each other beyond LSP. Clients that know none of it get a
 * plain language server: everything here is asked for by the client or announced by a capability.
 */
import type { Location, Range } from 'vscode-languageserver';

/** `initializationOptions`. */
export interface InitializationOptions {
  /** Code of the workspace may be executed: its ESLint is asked for its configuration. Absent: no. */
  readonly trusted?: boolean;
  /** The settings, for clients that cannot be asked for `workspace/configuration`. */
  readonly settings?: unknown;
  /** An ESLint extension is active in this editor and shows what ESLint finds in open files. */
  readonly eslintExtension?: boolean;
  /** Commands that the client carries out itself; see {@link ClientCommand}. */
  readonly commands?: readonly ClientCommand[];
  /** The client takes {@link STATUS} and {@link EVENT_LOOP_CHANGED}. Absent: it is sent neither. */
  readonly notifications?: boolean;
}

/** Commands that stand in code lenses and actions when the client says it knows them. */
export type ClientCommand = 'loopguard.showRoutes' | 'loopguard.openRulePage' | 'loopguard.makeAsync';

/** Kind of the code action that `loopguard.makeAsync` asks for. */
export const MAKE_ASYNC_KIND = 'refactor.rewrite.async';
/** The rule whose findings can be made asynchronous. */
export const BLOCKING_RULE = 'no-sync-io-in-handler';

/** Argument of `loopguard.showRoutes`: places to peek at from `range` of `uri`. */
export interface ShowRoutes {
  readonly uri: string;
  readonly range: Range;
  readonly locations: readonly Location[];
}

/** Argument of `loopguard.openRulePage`. */
export interface OpenRulePage {
  readonly ruleId: string;
  /** The page on the web, for clients without the pages at hand. */
  readonly href: string;
}

/** Notification of the client: what it said in {@link InitializationOptions} is different now. */
export const EDITOR_CHANGED = 'loopguard/editorChanged';
export type EditorChanged = Pick<InitializationOptions, 'trusted' | 'eslintExtension'>;

/** Notification of the server, whenever its state changes. */
export const STATUS = 'loopguard/status';
export interface Status {
  readonly state: 'analysing' | 'ready' | 'failed' | 'off';
  /** Findings in all files that are shown. */
  readonly findings: number;
  /** Files analysed. */
  readonly files: number;
  /** Why it failed, or what a person has to know; one line each. */
  readonly messages: readonly string[];
}

/** Request: reads the disk again, analyses everything exactly and shows the findings of all files. */
export const CHECK_WORKSPACE = 'loopguard/checkWorkspace';
export interface CheckWorkspaceResult {
  readonly findings: number;
  /** Files with findings. */
  readonly inFiles: number;
  /** Files analysed. */
  readonly files: number;
}

/** Request: what the analysis thinks of a file, as Markdown; null when the file is not analysed. */
export const EXPLAIN = 'loopguard/explain';
export interface ExplainParams {
  readonly uri: string;
}

/** Request: the roots of the event loop and what they reach. */
export const EVENT_LOOP = 'loopguard/eventLoop';
export interface EventLoop {
  readonly contexts: readonly EventLoopContext[];
}

export interface EventLoopContext {
  /** `request`, `timer`, …: see the handbook's word "context". */
  readonly context: string;
  readonly handlers: readonly EventLoopHandler[];
}

/** A handler from which at least one finding is reached. */
export interface EventLoopHandler {
  readonly name: string;
  /** What fires it. */
  readonly event: string;
  readonly location: Location;
  readonly findings: readonly EventLoopFinding[];
}

export interface EventLoopFinding {
  readonly ruleId: string;
  readonly message: string;
  readonly location: Location;
  /** Handler first. */
  readonly route: readonly { readonly message: string; readonly location: Location }[];
}

/** Notification of the server: the answer to {@link EVENT_LOOP} is another one now. */
export const EVENT_LOOP_CHANGED = 'loopguard/eventLoopChanged';
