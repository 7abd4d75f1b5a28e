import type { FunctionId, Program } from '../link/program.js';
import type { CallGuards, Span } from '../model.js';

/** A place in a function that is asked about: whether handlers get there, and how. */
export interface Place {
  readonly fn: FunctionId;
  /** Call of the function's file; -1 for what is no call: then it has a {@link token}. */
  readonly call: number;
  readonly token?: Span;
  readonly guards: CallGuards | undefined;
  /** What happens there, as the last step of a route says it: "calls `readFileSync`". */
  readonly step: string;
  /** What is told of it is only possible, however it is reached. */
  readonly doubtful: boolean;
}

/** The smallest token of a place, as its file's facts have it now. */
export function tokenOf(program: Program, { fn, call, token }: Place): Span {
  return call < 0 ? (token ?? program.fact(fn).head) : program.call(program.file(fn), call).token;
}
