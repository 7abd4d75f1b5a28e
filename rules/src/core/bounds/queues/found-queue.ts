import type { QueueHazard, Site } from '../../hazards/pass.js';
import type { FunctionId } from '../../link/program.js';
import type { Span } from '../../model.js';

/** Something that is filled without a limit, at the call or write of a file. */
export interface FoundQueue extends Omit<QueueHazard, keyof Site> {
  readonly fn: FunctionId;
  /** Call of the file, or -1. */
  readonly call: number;
  readonly token: Span;
}
