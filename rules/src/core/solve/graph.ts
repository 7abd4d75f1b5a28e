import type { Edge } from '../link/edges.js';
import type { FileLinks } from '../link/file-links.js';
import type { Evaluator } from '../link/evaluate.js';
import type { FunctionId, Program } from '../link/program.js';
import type { CallGuards } from '../model.js';
import type { Steps } from '../steps.js';

/** Edges that are entered in one step. */
const EDGES_PER_STEP = 5_000;

/** Edges by caller, with the guards of the call or load they stand for. */
export class Graph {
  readonly out: (Edge[] | undefined)[];
  readonly incoming: (Edge[] | undefined)[];

  private constructor(
    readonly program: Program,
    private readonly evaluator: Evaluator,
  ) {
    this.out = new Array<Edge[] | undefined>(program.functionCount);
    this.incoming = new Array<Edge[] | undefined>(program.functionCount);
  }

  static *create(program: Program, evaluator: Evaluator, edges: Iterable<Edge>): Steps<Graph> {
    const graph = new Graph(program, evaluator);
    let count = 0;
    for (const edge of edges) {
      graph.add(edge);
      if (++count % EDGES_PER_STEP === 0) yield;
    }
    return graph;
  }

  add(edge: Edge): void {
    (this.out[edge.from] ??= []).push(edge);
    (this.incoming[edge.to] ??= []).push(edge);
  }

  remove(edge: Edge): void {
    this.out[edge.from] = without(this.out[edge.from], edge);
    this.incoming[edge.to] = without(this.incoming[edge.to], edge);
  }

  /** Puts the edges of some functions in the order in which their file has them. */
  order(functions: readonly FunctionId[], { edges, settled }: FileLinks): void {
    const own = new Set([...edges, ...settled.edges]);
    const others = new Map(functions.map(fn => [fn, this.out[fn]?.filter(edge => !own.has(edge)) ?? []]));
    for (const fn of functions) this.out[fn] = undefined;
    for (const edge of own) if (others.has(edge.from)) (this.out[edge.from] ??= []).push(edge);
    for (const [fn, rest] of others) if (rest.length > 0) this.out[fn] = [...(this.out[fn] ?? []), ...rest];
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

/** What is left; nothing rather than an empty list. */
function without(edges: readonly Edge[] | undefined, edge: Edge): Edge[] | undefined {
  const rest = edges?.filter(other => other !== edge);
  return rest?.length === 0 ? undefined : rest;
}
