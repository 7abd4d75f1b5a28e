import type { Edge } from '../link/edges.js';
import type { FunctionId } from '../link/program.js';
import type { ActiveRoot } from './contexts.js';
import type { Graph } from './graph.js';
import type { Reach, State } from './reach.js';
import { compareStates, distance } from './state-order.js';

/** What is no longer as it was when the states were found. */
export interface Disturbed {
  /** Functions whose code, or what is known of it, changed. */
  readonly functions: ReadonlySet<FunctionId>;
  readonly removed: readonly Edge[];
  readonly added: readonly Edge[];
  readonly removedRoots: readonly ActiveRoot[];
  readonly addedRoots: readonly ActiveRoot[];
}

/**
 * Brings the states of a search up to date: drops those whose way is gone, and searches on from
 * what is left.
 * @param handlers the handlers registered for a function, of the wanted contexts
 */
export function repairReach(
  reach: Reach,
  graph: Graph,
  disturbed: Disturbed,
  handlers: (fn: FunctionId) => readonly ActiveRoot[],
): void {
  reach.forgetGuards(disturbed.functions);
  const lost = drop(reach, graph, disturbed);
  const search = new Search(reach, graph);
  for (const fn of lost) {
    for (const root of handlers(fn)) search.start(root);
    for (const edge of graph.incoming[fn] ?? []) search.from(edge);
  }
  for (const root of disturbed.addedRoots) if (handlers(root.fn).includes(root)) search.start(root);
  for (const edge of disturbed.added) search.from(edge);
  search.run();
}

/** Drops states that do not hold any more, and all that came from them; gives their functions. */
function drop(reach: Reach, graph: Graph, disturbed: Disturbed): Set<FunctionId> {
  const { functions, removed, removedRoots } = disturbed;
  const gone = new Set<State>();
  const at = (fn: FunctionId): readonly State[] => reach.states.get(fn) ?? [];
  for (const fn of functions) for (const state of at(fn)) gone.add(state);
  for (const root of removedRoots)
    for (const state of at(root.fn)) if (state.root === root && !state.before) gone.add(state);
  for (const edge of removed) for (const state of at(edge.to)) if (state.via === edge) gone.add(state);
  for (const state of gone) {
    for (const edge of graph.out[state.fn] ?? [])
      for (const next of at(edge.to)) if (next.before === state) gone.add(next);
  }
  const lost = new Set<FunctionId>(functions);
  for (const { fn } of gone) lost.add(fn);
  for (const fn of lost) {
    const left = at(fn).filter(state => !gone.has(state));
    if (left.length > 0) reach.states.set(fn, left);
    else reach.states.delete(fn);
  }
  return lost;
}

/** Takes the nearest states first: certain ones by their steps, then possible ones by how far they are from a certain one. */
class Search {
  private readonly certain: State[][] = [];
  private readonly possible: State[][] = [];

  constructor(
    private readonly reach: Reach,
    private readonly graph: Graph,
  ) {}

  private offer(state: State): void {
    const queue = state.certainty === 'certain' ? this.certain : this.possible;
    (queue[distance(state)] ??= []).push(state);
  }

  start(root: ActiveRoot): void {
    this.offer(this.reach.startAt(root, root.possible ? 'possible' : 'certain'));
  }

  /** Offers where an edge leads from the states that are known. */
  from(edge: Edge): void {
    for (const state of this.reach.states.get(edge.from) ?? []) this.along(state, edge);
  }

  /** Offers where an edge leads from a state, if it runs then. */
  private along(state: State, edge: Edge): void {
    const certainty = this.reach.certainty(state, edge);
    if (certainty !== undefined) this.offer(this.reach.after(state, edge, certainty));
  }

  run(): void {
    for (const queue of [this.certain, this.possible]) {
      // Each step is one further: lists that are gone through get no more.
      for (let distance = 0; distance < queue.length; distance++) {
        for (const state of queue[distance] ?? []) {
          if (!this.enter(state)) continue;
          for (const edge of this.graph.out[state.fn] ?? []) this.along(state, edge);
        }
      }
    }
  }

  /** Whether the state is nearer than what was known, or would have been found before it. */
  private enter(state: State): boolean {
    const { states } = this.reach;
    const known = states.get(state.fn);
    const rival = known?.find(other => other.guards === state.guards);
    if (rival && compareStates(this.graph, state, rival) >= 0) return false;
    const others = known?.filter(other => other !== rival) ?? [];
    states.set(
      state.fn,
      [...others, state].sort((a, b) => compareStates(this.graph, a, b)),
    );
    return true;
  }
}
