import type { ContextKind, Tier } from '../model.js';
import type { FunctionId } from './program.js';

export type EdgeKind =
  /** a call, `new`, or a tagged template */
  | 'call'
  /** handed over as a callback and run on behalf of the caller */
  | 'callback'
  /** as `callback`, later, and again when it re-arms itself */
  | 'rearms'
  /** loads a module, whose body runs */
  | 'load';

/** `from` runs `to`, at a call or an import of `from`'s file. */
export interface Edge {
  readonly from: FunctionId;
  readonly to: FunctionId;
  readonly kind: EdgeKind;
  readonly tier: Tier;
  /** Call in the file of `from`; -1 for module loads, field initialisers and inherited constructors. */
  readonly call: number;
  /** Import in the file of `from`, for `load`. */
  readonly load?: number;
  /** How many candidates tier D had. */
  readonly candidates?: number;
  /** Runs for the first time only. */
  readonly once?: true;
  /** Context in which a `rearms` callback runs once it is a handler of its own. */
  readonly context?: ContextKind;
  /** Node or the platform calls it back once, and reads nothing of what it gives. */
  readonly unread?: true;
  /** The API that takes the callback, for messages. */
  readonly via?: string;
}

/** Why a function is called from outside the program's own calls. */
export interface Root {
  readonly fn: FunctionId;
  readonly context: ContextKind;
  readonly tier: Tier;
  /** What fires, as a noun for messages: an event's name, a route, a hook. */
  readonly event: string;
  /** Plain words for `explain`. */
  readonly reason: string;
  /** Function in which the registration stands, and the call; absent for conventions and decorators. */
  readonly registrar?: FunctionId;
  readonly call?: number;
  /** Canonical path of the API it is registered with. */
  readonly api?: string;
  readonly possible?: true;
}

/** A call on another package's API. */
export interface ExternalCall {
  readonly fn: FunctionId;
  readonly call: number;
  readonly path: string;
}
