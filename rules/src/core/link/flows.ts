import type { FunctionId } from './program.js';
import type { Stored } from './store-table.js';
import type { Value } from './values.js';

/** Parameters of one function that are told apart; those after them count as the last one. */
const MAX_PARAMS = 64;

/** {@link Flows} that are being collected. */
export interface CollectedFlows {
  readonly args: Map<number, Stored[]>;
  readonly given: Map<number, Value[]>;
}

/** What flows into parameters, as far as the previous round of linking knows. */
export interface Flows {
  /** Arguments by {@link paramKey}. */
  readonly args: ReadonlyMap<number, readonly Stored[]>;
  /** Values that a framework hands over, by {@link paramKey}. */
  readonly given: ReadonlyMap<number, readonly Value[]>;
}

/** One number for a parameter of the whole program. */
export const paramKey = (fn: FunctionId, index: number): number => fn * MAX_PARAMS + Math.min(index, MAX_PARAMS - 1);

/** The function whose parameter a {@link paramKey} stands for. */
export const functionOfKey = (key: number): FunctionId => Math.floor(key / MAX_PARAMS);
