import type { Catalog } from '../catalog/lookup.js';
import type { RefId } from '../model.js';
import type { Flows } from './flows.js';
import type { Hierarchy } from './hierarchy.js';
import type { Program } from './program.js';
import type { StoreTable } from './store-table.js';
import type { Value, Values } from './values.js';

/** What a result was read from besides the facts, as bits: it is read anew when that changes. */
export const ON_HIERARCHY = 1;
export const ON_STORES = 2;
export const ON_FLOWS = 4;

/**
 * What the parts of the evaluator, and everybody who reads values, may ask of it. The parts are
 * functions over this interface, so that they can ask each other in circles without importing
 * each other in circles. Questions are answered from a memo that also ends circles in the program.
 */
export interface Evaluation {
  readonly program: Program;
  readonly catalog: Catalog;
  readonly values: Values;
  readonly hierarchy: Hierarchy;
  readonly stores: StoreTable;
  readonly flows: Flows;
  /** Functions whose first result is kept: `once(f)`. */
  readonly memoised: Set<Value>;

  /** Values that `ref` of `file` may stand for; empty when nothing is known. */
  eval(file: number, ref: RefId): readonly Value[];
  /** Values of member `name` of a value. */
  member(value: Value, name: string): readonly Value[];
  /** Values of export `name` of a first-party file, re-exports followed. */
  exported(file: number, name: string): readonly Value[];
  /** Any element of a collection; what is no collection stands for itself. */
  element(file: number, ref: RefId): readonly Value[];
  /** Any element of an array or object value; other values stand for themselves. */
  elementOf(value: Value): readonly Value[];
  /** What calling a value gives, whatever the arguments. */
  resultsOf(value: Value): readonly Value[];
  /** Values assigned to member `name` of `holder`. */
  stored(holder: Value, name: string): readonly Value[];
  /** Notes that the answer at hand is read from what `reason` (such as {@link ON_STORES}) stands for. */
  dependOn(reason: number): void;
}
