import { literal } from '../link/arguments.js';
import type { Edge } from '../link/edges.js';
import type { Evaluator } from '../link/evaluate.js';
import type { FunctionId, Program } from '../link/program.js';
import type { CallFact, CallGuards, Certainty, ParamGuard } from '../model.js';
import type { Steps } from '../steps.js';
import type { ActiveRoot } from './contexts.js';
import type { Graph } from './graph.js';

/** States that are gone on from in one step. */
const STATES_PER_STEP = 1_000;

/** What an incoming call says of a guard: its argument passes, fails, or cannot be known. */
type Outcome = 'y' | 'n' | 'u';

/** A function as reached by one kind of call, with the shortest way there. */
export interface State {
  readonly fn: FunctionId;
  readonly root: ActiveRoot;
  /** Outcome per guard of the function, in the order of its guards. */
  readonly guards: string;
  readonly via?: Edge;
  readonly before?: State;
  readonly certainty: Certainty;
  readonly steps: number;
}

/** Where a call can be reached from: by the shortest certain way if there is one. */
export interface Reached {
  readonly state: State;
  readonly certainty: Certainty;
  /** The parameter that decides, when that makes it only possible. */
  readonly decidedBy?: ParamGuard;
}

/** What else is known of functions on the way. */
export interface Circumstances {
  /** Start-up runs it: a module that is loaded then does not run again. */
  isStartedWith(fn: FunctionId): boolean;
  /** It ends in opening a server: that is start-up, even when a set-up page asks for it. */
  boots(fn: FunctionId): boolean;
  /** It stands in a test. */
  isTest(fn: FunctionId): boolean;
}

/**
 * Breadth-first search from the handlers. Two passes: over edges that certainly run, then over the
 * rest. A function whose parameters decide what it calls is kept apart per combination of outcomes.
 */
export class Reach {
  readonly states = new Map<FunctionId, State[]>();
  private readonly guardLists = new Map<FunctionId, readonly ParamGuard[]>();
  private readonly program: Program;

  private constructor(
    private readonly graph: Graph,
    private readonly evaluator: Evaluator,
    private readonly about: Circumstances,
  ) {
    this.program = graph.program;
  }

  static *create(graph: Graph, evaluator: Evaluator, roots: readonly ActiveRoot[], about: Circumstances): Steps<Reach> {
    const reach = new Reach(graph, evaluator, about);
    const certain = yield* reach.starts(
      roots.filter(root => !root.possible),
      'certain',
    );
    yield* reach.search(certain, 'certain');
    const possible = yield* reach.starts(
      roots.filter(root => root.possible),
      'possible',
    );
    yield* reach.search([...[...reach.states.values()].flat(), ...possible], 'possible');
    return reach;
  }

  /** Whether and how a call of `fn` is reached from a handler. */
  reached(fn: FunctionId, guards: CallGuards | undefined): Reached | undefined {
    let best: Reached | undefined;
    for (const state of this.states.get(fn) ?? []) {
      const { outcome, decidedBy } = this.passes(state, guards);
      if (outcome === 'no') continue;
      const certainty = state.certainty === 'certain' && outcome === 'certain' ? 'certain' : 'possible';
      if (!best || (best.certainty === 'possible' && certainty === 'certain')) {
        best = { state, certainty, ...(decidedBy && { decidedBy }) };
      }
    }
    return best;
  }

  private *starts(roots: readonly ActiveRoot[], certainty: Certainty): Steps<State[]> {
    const starts: State[] = [];
    for (const [i, root] of roots.entries()) {
      const state = this.add(this.startAt(root, certainty));
      if (state) starts.push(state);
      if (i % STATES_PER_STEP === 0) yield;
    }
    return starts;
  }

  /** The state of a handler when it is fired. */
  startAt(root: ActiveRoot, certainty: Certainty): State {
    const guards = this.guardsOf(root.fn)
      .map(() => 'u')
      .join('');
    return { fn: root.fn, root, guards, certainty, steps: 0 };
  }

  private add(state: State): State | undefined {
    const known = this.states.get(state.fn);
    if (!known) this.states.set(state.fn, [state]);
    else if (known.some(other => other.guards === state.guards)) return undefined;
    else known.push(state);
    return state;
  }

  private *search(starts: readonly State[], pass: Certainty): Steps<void> {
    const queue = [...starts];
    let count = 0;
    for (const state of queue) {
      if (++count % STATES_PER_STEP === 0) yield;
      for (const edge of this.graph.out[state.fn] ?? []) {
        const certainty = this.certainty(state, edge);
        if (certainty === undefined || (pass === 'certain' && certainty === 'possible')) continue;
        const next = this.add(this.after(state, edge, certainty));
        if (next) queue.push(next);
      }
    }
  }

  /** The state that an edge leads to. */
  after(state: State, edge: Edge, certainty: Certainty): State {
    const guards = this.guardsOf(edge.to)
      .map(guard => this.outcome(edge, guard))
      .join('');
    return { fn: edge.to, root: state.root, guards, via: edge, before: state, certainty, steps: state.steps + 1 };
  }

  /** Reads anew which parameters of some functions decide. */
  forgetGuards(functions: Iterable<FunctionId>): void {
    for (const fn of functions) this.guardLists.delete(fn);
  }

  /** How surely an edge runs in a state; undefined: not at all in a handler. */
  certainty(state: State, edge: Edge): Certainty | undefined {
    const { outcome } = this.passes(state, this.graph.guards(edge));
    // A module that start-up has loaded already does not run again.
    if (edge.kind === 'load' && (!edge.once || this.about.isStartedWith(edge.to))) return undefined;
    if (outcome === 'no' || this.isSaidOtherwise(edge.to)) return undefined;
    const doubtful =
      edge.once ||
      this.about.boots(edge.to) ||
      (edge.tier === 'D' && edge.candidates !== 1) ||
      state.certainty === 'possible';
    return doubtful ? 'possible' : outcome;
  }

  /** Tagged as fine or as running in a context of its own, or a test's function: tests hand theirs to everything. */
  isSaidOtherwise(fn: FunctionId): boolean {
    const { tags } = this.program.fact(fn);
    if (this.about.isTest(fn)) return true;
    return tags?.nonblocking === true || tags?.context !== undefined;
  }

  private passes(state: State, guards: CallGuards | undefined): { outcome: Certainty | 'no'; decidedBy?: ParamGuard } {
    if (!guards) return { outcome: 'certain' };
    if (guards.exits || guards.main || guards.offMainThread) return { outcome: 'no' };
    const doubtful = guards.memoised === true || guards.development === true;
    const { param } = guards;
    if (!param) return { outcome: doubtful ? 'possible' : 'certain' };
    const index = this.guardsOf(state.fn).findIndex(other => same(other, param));
    const outcome = (state.guards[index] ?? 'u') as Outcome;
    if (outcome === 'n') return { outcome: 'no' };
    if (outcome === 'u' && param.flag) return { outcome: 'possible', decidedBy: param };
    return { outcome: doubtful ? 'possible' : 'certain' };
  }

  private guardsOf(fn: FunctionId): readonly ParamGuard[] {
    const known = this.guardLists.get(fn);
    if (known) return known;
    const found: ParamGuard[] = [];
    const { calls } = this.program.facts[this.program.file(fn)]!;
    for (const number of this.program.callNumbers(fn)) {
      const param = calls[number]!.guards?.param;
      if (param && !found.some(other => same(other, param))) found.push(param);
    }
    this.guardLists.set(fn, found);
    return found;
  }

  /** What a call says of a guard of the function it calls. */
  outcome(edge: Edge, guard: ParamGuard): Outcome {
    if (edge.kind !== 'call' || edge.call < 0) return 'u';
    const file = this.program.file(edge.from);
    const call = this.program.call(file, edge.call);
    const value = this.argument(file, call, guard, edge);
    if (value === undefined) return 'u';
    return value === guard.truthy ? 'y' : 'n';
  }

  /** Truth of the argument a guard tests, where it can be read off the call. */
  private argument(file: number, call: CallFact, guard: ParamGuard, edge: Edge): boolean | undefined {
    if (call.spread) return undefined;
    const ref = call.args[guard.param];
    if (ref === undefined) return this.defaultTruth(edge.to, guard);
    if (guard.property === undefined) {
      const value = literal(this.evaluator, file, ref);
      return value === undefined ? undefined : Boolean(value);
    }
    const [kind, index] = this.program.facts[file]!.refs[ref]!;
    if (kind !== 'object') return undefined;
    const object = this.program.facts[file]!.objects[index as number]!;
    const member = Object.hasOwn(object.members, guard.property) ? object.members[guard.property]! : undefined;
    if (!member) return object.spreads || object.unknown?.includes(guard.property) ? undefined : false;
    const value = literal(this.evaluator, file, member[0]);
    return value === undefined ? undefined : Boolean(value);
  }

  private defaultTruth(fn: FunctionId, guard: ParamGuard): boolean | undefined {
    const initial = this.program.fact(fn).params[guard.param]?.initial;
    if (guard.property !== undefined) return initial === undefined ? false : undefined;
    if (initial === undefined) return false;
    const value = literal(this.evaluator, this.program.file(fn), initial);
    return value === undefined ? undefined : Boolean(value);
  }
}

function same(a: ParamGuard, b: ParamGuard): boolean {
  return a.param === b.param && a.property === b.property && a.truthy === b.truthy;
}
