import type { FixInput } from '../fixes/fix-input.js';
import type { Certainty, Fix, HandlerContext } from '../model.js';
import type { Pass, Route, Site } from './pass.js';

/** A problem as a rule yields it; the engine words it, sorts it and applies suppressions. */
export interface Problem {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Where it is told. */
  readonly site: Site;
  readonly certainty: Certainty;
  /** How a handler gets there; absent when it holds whoever runs the code. */
  readonly route?: Route;
  /** What the problem is about, without positions: tells equal problems of a file apart from others. */
  readonly subject: string;
  /** Rewrites, made when somebody asks for them. */
  readonly fixes?: (input: FixInput) => readonly Fix[];
}

/** Options every rule has; others are its own. */
export interface CommonOptions {
  readonly contexts: readonly HandlerContext[];
  readonly [name: string]: unknown;
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
   * What is said at a handler's call (nothing, without it) that leads to a problem, by how sure that is; the first sentence
   * that is short enough. `{{subject}}` begins it: what is called, or "This".
   */
  readonly leads?: Readonly<Record<Certainty, readonly [usual: string, short: string]>>;
  /** JSON schema of the options object. */
  readonly schema: object;
  readonly defaultOptions: CommonOptions;
  /** @param options - the user's over the defaults */
  readonly find: (pass: Pass, options: CommonOptions) => Iterable<Problem>;
}

/** Declares a rule; the identity, for its types. */
export function hazard<const H extends Hazard>(definition: H): H {
  return definition;
}
