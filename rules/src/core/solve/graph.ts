import type { Edge } from '../link/edges.js';
import type { Evaluator } from '../link/evaluate.js';
import type { FunctionId, Program } from '../link/program.js';
import type { CallGuards } from '../model.js';

/** Edges by caller, with the guards of the call or load they stand for. */
export class Graph {
  readonly out: readonly (readonly Edge[] | undefined)[];
  readonly incoming: readonly (readonly Edge[] | undefined)[];

  constructor(
    readonly program: Program,
    private readonly evaluator: Evaluator,
    edges: readonly Edge[],
  ) {
    const out: (Edge[] | undefined)[] = new Array<Edge[] | undefined>(program.functionCount);
    const incoming: (Edge[] | undefined)[] = new Array<Edge[] | undefined>(program.functionCount);
    for (const edge of edges) {
      (out[edge.from] ??= []).push(edge);
      (incoming[edge.to] ??= []).push(edge);
    }
    this.out = out;
    this.incoming = incoming;
  }

  guards(edge: Edge): CallGuards | undefined {
    const file = this.program.file(edge.from);
    if (edge.load !== undefined) return this.settled(file, this.program.facts[file]!.imports[edge.load]!.guards);
    return edge.call < 0 ? undefined : this.callGuards(file, edge.call);
  }

  /** Guards of a call, with tests of the environment decided. */
  callGuards(file: number, call: number): CallGuards | undefined {
    return this.settled(file, this.program.call(file, call).guards);
  }

  private settled(file: number, guards: CallGuards | undefined): CallGuards | undefined {
    if (!guards?.environment) return guards;
    const { environment, ...rest } = guards;
    // `if (isDevelopment)` and the else branch of `if (isProduction)` run in development only.
    const only = environment.production ? 'environment:production' : 'environment:development';
    const development = this.evaluator
      .eval(file, environment.ref)
      .some(value => this.evaluator.values.paths[value] === only);
    return development ? { ...rest, development: true } : rest;
  }

  /** `ends` and all functions that call them, directly or not. */
  leadingTo(ends: Iterable<FunctionId>): Set<FunctionId> {
    const found = new Set<FunctionId>(ends);
    for (const fn of found) for (const { from, kind } of this.incoming[fn] ?? []) if (kind !== 'load') found.add(from);
    return found;
  }

  /** Functions reached from `starts` over all edges. */
  reachable(starts: Iterable<FunctionId>): Set<FunctionId> {
    const found = new Set<FunctionId>(starts);
    for (const fn of found) for (const { to } of this.out[fn] ?? []) found.add(to);
    return found;
  }
}
