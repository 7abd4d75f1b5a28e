import type { Certainty, HandlerContext, RouteStep, Span } from '../model.js';
import type { Pass } from './pass.js';

/** A problem as a rule yields it; the engine words it, sorts it and applies suppressions. */
export interface Problem {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly file: string;
  /** The smallest token that has to change, on one line. */
  readonly span: Span;
  readonly certainty: Certainty;
  readonly route: readonly RouteStep[];
  /** Names of the functions between the handler and the problem. */
  readonly through: readonly string[];
  readonly handlers: number;
  /** What the problem is about, without positions: tells equal problems of a file apart from others. */
  readonly subject: string;
}

/** Options every rule has. */
export interface CommonOptions {
  readonly contexts: readonly HandlerContext[];
}

/** A check as a value. Drivers live elsewhere and own severity. */
export interface Hazard {
  readonly id: string;
  /** The claim, as the rule tables print it. */
  readonly summary: string;
  readonly level: 'recommended' | 'strict';
  readonly since: string;
  /** Grades of the fixes it offers. */
  readonly fixes: readonly ('safe' | 'review')[];
  /** Whole sentences with `{{data}}`; data are nouns. */
  readonly messages: Readonly<Record<string, string>>;
  /**
   * What is said at a handler's call that leads to a problem, by how sure that is; the first sentence
   * that is short enough. `{{subject}}` begins it: what is called, or "This".
   */
  readonly leads: Readonly<Record<Certainty, readonly [usual: string, short: string]>>;
  /** JSON schema of the options object. */
  readonly schema: object;
  readonly defaultOptions: CommonOptions & Readonly<Record<string, unknown>>;
  readonly find: (pass: Pass) => Iterable<Problem>;
}

/** Declares a rule; the identity, for its types. */
export function hazard<const H extends Hazard>(definition: H): H {
  return definition;
}
