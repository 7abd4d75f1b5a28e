/** Facts of where in its function something stands, and of changes that are no calls. */
import type { RefId, Span } from './span.js';

/**
 * Where in its function something stands, as bits of {@link CallFact.flow}. Each is about the
 * function around it alone: a callback inside a loop is not itself in the loop.
 */
export const FLOW = {
  /** Nobody takes the result: an expression statement, `void f()`. */
  dropped: 1,
  loop: 2,
  try: 4,
  catch: 8,
  finally: 16,
  /** In a branch that may be passed by. */
  branch: 32,
  /** After a branch that may leave the function. */
  afterExit: 64,
  /** In a `for await` loop. */
  forAwait: 128,
} as const;

/** A test around code, and the test around that one. */
export interface ConditionFact {
  /** The value that is tested. */
  readonly ref: RefId;
  /**
   * What it is where the code runs. `compared`: what its comparison says is not modelled; `limited`: it
   * is a size or a count, and held against something other than none.
   */
  readonly is: 'truthy' | 'falsy' | 'compared' | 'limited';
  /** Index of the next condition outwards in {@link FileFacts.conditions}. */
  readonly outer?: number;
}

export const WRITE_KINDS = ['element', 'delete', 'assign', 'append'] as const;

/**
 * A change of a variable, a member or an element that is no call:
 *
 * | kind | code |
 * |---|---|
 * | `element` | `target[key] = value`, also compound |
 * | `delete` | `delete target[key]`, `delete target.key` |
 * | `assign` | `target = value`; `target` is the variable or member itself |
 * | `append` | `target += value`, `target = target + value`; the value of the second is not known |
 */
export interface WriteFact {
  readonly kind: (typeof WRITE_KINDS)[number];
  readonly fn: number;
  readonly target: RefId;
  /** 0 where the kind has none, or nothing is known of it. */
  readonly key: RefId;
  readonly value: RefId;
  /** Smallest token that names what is written to. */
  readonly token: Span;
  readonly flow?: number;
  readonly condition?: number;
}
