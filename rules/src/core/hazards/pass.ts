import type { BlockingRow } from '../catalog/schema.js';
import type { CallGuards, Certainty, Fix, ParamGuard, RouteStep, Span } from '../model.js';
import type { FixInput } from '../fixes/fix-input.js';

/** A place in the program that a problem may be about. Sites are told apart by identity: the pass knows what stands behind each. */
export interface Site {
  readonly file: string;
  /** The smallest token that has to change, on one line. */
  readonly span: Span;
  /** Name of the function it stands in; empty when anonymous. */
  readonly within: string;
}

/** A call that blocks, wherever it stands. */
export interface BlockingCall extends Site {
  /** Canonical name for messages: `fs.readFileSync`. */
  readonly api: string;
  readonly row: BlockingRow;
  readonly guards: CallGuards | undefined;
}

/** Something wrong with a timer. */
export interface TimerHazard extends Site {
  readonly hazard:
    | 'tooLong'
    | 'rearmed'
    | 'overlaps'
    | 'neverStopped'
    | 'survives'
    | 'losesRace'
    | 'onSuccessOnly'
    | 'onFailure'
    | 'wrongHandle'
    | 'refreshable'
    | 'unrefAwaited';
  /** Canonical name of the function that arms or clears it. */
  readonly api: string;
  readonly isInterval: boolean;
  /** What holds the timer, as the code writes it; empty where nothing does. */
  readonly held: string;
  /** Milliseconds, where they are known. */
  readonly delay: number | undefined;
  /** What fires the handler because of which it repeats; empty where that plays no part. */
  readonly event: string;
  readonly fires: string;
  /** A function or place that the hazard is also about. */
  readonly other: string;
}

/** Something wrong with a listener, subscription or observer. */
export interface ListenerHazard extends Site {
  readonly hazard:
    | 'pilesUp'
    | 'whenTimerWins'
    | 'otherEvent'
    | 'otherFunction'
    | 'disposer'
    | 'disposable'
    | 'leftAtEnd'
    | 'forgotten'
    | 'outsideScope';
  /** Canonical name of the function that registers; for removals, the event that they name. */
  readonly api: string;
  /** The event that is listened to, or what is registered. */
  readonly event: string;
  /** What the listener is added to, as the code writes it; empty where it has no name. */
  readonly holder: string;
  /** What fires the handler because of which it repeats; empty where that plays no part. */
  readonly by: string;
  readonly fires: string;
}

/** A registry or cache that grows without bound. */
export interface GrowthHazard extends Site {
  readonly hazard: 'grows' | 'onlyOnUse' | 'keptByTimer';
  /** As the code calls it; empty where it has no name. */
  readonly container: string;
  /** Its keys come from outside, as often as somebody likes. */
  readonly sure: boolean;
  /** What fires the handler that fills it; empty where callers out of sight do. */
  readonly event: string;
  readonly fires: string;
}

/** A wait that nothing ends. */
export interface WaitHazard extends Site {
  readonly hazard: 'unbounded' | 'unboundedPool' | 'unheardTimeout';
  /** Canonical name of the function that waits. */
  readonly api: string;
  /** What it waits for, as a noun. */
  readonly for: string;
  /** The option that would bound it; empty where there is none. */
  readonly bound: string;
  /** Arguments that may hold the options. */
  readonly at: readonly number[];
  /** It may be for ever, not merely long. */
  readonly sure: boolean;
}

/** A producer that does not wait for its consumer. */
export interface BackpressureHazard extends Site {
  readonly hazard: 'copied' | 'pumped' | 'resumedAtOnce' | 'unheardPipe' | 'broadcast' | 'enqueued';
  /** The stream that chunks come from and the one they go to, as the code calls them; empty where they have no name. */
  readonly source: string;
  readonly dest: string;
  /** Both are known for what they are. */
  readonly sure: boolean;
}

/** Something that is filled with no limit to how much it may hold. */
export interface QueueHazard extends Site {
  readonly hazard:
    | 'accumulates'
    | 'backlog'
    | 'untilEvent'
    | 'neverDrained'
    | 'chained'
    | 'libraryQueue'
    | 'replays'
    | 'buffersEvents';
  /** As the code calls it; empty where it has no name. */
  readonly container: string;
  /** What is added comes from here, as the code calls it; for `untilEvent`, the event that empties it. */
  readonly source: string;
  /** What fires the handler that fills it; empty where that plays no part. */
  readonly event: string;
  readonly fires: string;
  /** The method of a library's queue that promises room for another entry. */
  readonly room?: string;
  /** Clients fill it, as fast as they like. */
  readonly sure: boolean;
}

/** Work that starts for all entries of a collection, or for all messages of a queue, at once. */
export interface ConcurrencyHazard extends Site {
  readonly hazard: 'allAtOnce' | 'notAwaited' | 'startedInLoop' | 'allMessages';
  /** The call that goes out, as the code writes it. */
  readonly work: string;
  /** The collection or queue, as the code calls it; empty where it has no name. */
  readonly items: string;
  /** What fires the handler that starts it; empty where that plays no part. */
  readonly event: string;
  readonly fires: string;
  /** The library by which the project limits how much goes on at once elsewhere. */
  readonly limiter?: 'p-map' | 'p-limit';
  /** A client decides how many there are. */
  readonly sure: boolean;
}

/** How a site is reached from handlers. */
export interface Route {
  readonly certainty: Certainty;
  /** What fires the nearest handler. */
  readonly event: string;
  readonly kind: 'fires' | 'runs' | 'renders';
  readonly steps: readonly RouteStep[];
  readonly through: readonly string[];
  /** How many handlers reach it. */
  readonly handlers: number;
  /** Some function on the way runs this only once. */
  readonly once: boolean;
  /** The parameter on which it depends, with its name. */
  readonly decidedBy?: ParamGuard & { readonly name: string };
}

/** What a rule may ask of the analysis. Questions are about one file, and answered in the order of positions. */
export interface Pass {
  blockingCalls(): Iterable<BlockingCall>;
  timers(): Iterable<TimerHazard>;
  listeners(): Iterable<ListenerHazard>;
  growth(): Iterable<GrowthHazard>;
  waits(): Iterable<WaitHazard>;
  backpressure(): Iterable<BackpressureHazard>;
  queues(): Iterable<QueueHazard>;
  concurrency(): Iterable<ConcurrencyHazard>;
  /** Rewrites of a blocking call inside its own file; empty where they would be wrong. */
  blockingFixes(call: BlockingCall, input: FixInput): readonly Fix[];
  /** The shortest way from a handler, or undefined when no handler of the wanted contexts gets there. */
  route(site: Site): Route | undefined;
}
