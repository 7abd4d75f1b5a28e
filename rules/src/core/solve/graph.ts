import type { Edge } from '../link/edges.js';
import type { FunctionId, Program } from '../link/program.js';
import type { CallGuards } from '../model.js';

/** Edges by caller, with the guards of the call or load they stand for. */
export class Graph {
  readonly out: readonly (readonly Edge[] | undefined)[];
  readonly incoming: readonly (readonly Edge[] | undefined)[];

  constructor(
    readonly program: Program,
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
    const facts = this.program.facts[this.program.file(edge.from)]!;
    if (edge.load !== undefined) return facts.imports[edge.load]!.guards;
    return edge.call < 0 ? undefined : facts.calls[edge.call]!.guards;
  }

  /** Functions reached from `starts` over all edges. */
  reachable(starts: Iterable<FunctionId>): Set<FunctionId> {
    const found = new Set<FunctionId>(starts);
    for (const fn of found) for (const { to } of this.out[fn] ?? []) found.add(to);
    return found;
  }
}
