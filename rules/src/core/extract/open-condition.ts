import type { ConditionFact, RefId } from '../model.js';

/** A test around the code being walked. It gets a fact of its own once something inside asks for it. */
export interface Condition {
  readonly ref: RefId;
  readonly is: ConditionFact['is'];
  readonly outer: Condition | undefined;
  index?: number;
}
