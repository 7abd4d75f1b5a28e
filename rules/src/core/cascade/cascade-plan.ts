import type { Span, TextEdit } from '../model.js';

/** A place that a plan or its refusal speaks of. */
export interface CascadePlace {
  readonly file: string;
  readonly span: Span;
}

/** A function that becomes `async`. */
export interface AsyncFunction extends CascadePlace {
  /** As a person would call it; empty when anonymous. */
  readonly name: string;
}

/** An async form beside a function. */
export interface AddedFunction extends AsyncFunction {
  /** The function that stays as it is. */
  readonly beside: string;
}

/** How a blocking call is made asynchronous, through all functions up to the handlers. */
export interface CascadePlan {
  readonly title: string;
  /** Those that are not `async` yet, by file and position. */
  readonly functions: readonly AsyncFunction[];
  /** Async forms that are put beside functions which others go on calling; the place is that of the original. */
  readonly added: readonly AddedFunction[];
  /** Calls that get an `await`, the blocking call among them, by file and position. */
  readonly awaits: readonly CascadePlace[];
  /** By file; sorted, not overlapping, in the text that was analysed. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** Why it would be wrong, with the place that is in the way. */
export interface CascadeRefusal extends CascadePlace {
  /** A sentence or two: what is in the way, and what to do about it. */
  readonly refused: string;
  /** Only tests are in the way, whose mocks do not follow: see {@link CascadeOptions.ignoreMocks}. */
  readonly mocked?: true;
}

/** What is asked for. */
export interface CascadeOptions {
  /** Also where tests mock what the rewrite goes around; those have to be changed by hand. */
  readonly ignoreMocks?: boolean;
}

export type Cascade = CascadePlan | CascadeRefusal;
