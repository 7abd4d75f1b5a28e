import type { BlockingRow } from '../catalog/schema.js';
import type { CallGuards, Certainty, ParamGuard, RouteStep, Span } from '../model.js';

/** A call that blocks, wherever it stands. */
export interface BlockingCall {
  readonly file: string;
  readonly span: Span;
  /** Canonical name for messages: `fs.readFileSync`. */
  readonly api: string;
  readonly row: BlockingRow;
  /** Name of the function it stands in; empty when anonymous. */
  readonly within: string;
  readonly guards: CallGuards | undefined;
}

/** How a call is reached from handlers. */
export interface Route {
  readonly certainty: Certainty;
  /** What fires the nearest handler. */
  readonly event: string;
  readonly kind: 'fires' | 'runs' | 'renders';
  readonly steps: readonly RouteStep[];
  readonly through: readonly string[];
  /** How many handlers reach the call. */
  readonly handlers: number;
  /** Some function on the way runs this only once. */
  readonly once: boolean;
  /** The parameter on which it depends, with its name. */
  readonly decidedBy?: ParamGuard & { readonly name: string };
}

/** What a rule may ask of the analysis. */
export interface Pass {
  /** All blocking calls in the order of files and positions. */
  blockingCalls(): Iterable<BlockingCall>;
  /** The shortest way from a handler, or undefined when no handler of the wanted contexts gets there. */
  route(call: BlockingCall): Route | undefined;
}
