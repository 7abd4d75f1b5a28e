import type { HandlerRoute } from '../analysis.js';
import type { Edge } from '../link/edges.js';
import type { FunctionId } from '../link/program.js';
import type { Certainty, HandlerContext, ParamGuard } from '../model.js';
import type { ActiveRoot } from './contexts.js';
import type { Reached } from './reach.js';
import { edgeStep, edgesTo, eventOf, handlerStep, lastStep } from './route-steps.js';
import type { Place } from './place.js';
import type { Solution } from './solution.js';

/** More handlers than these are counted, not told one by one. */
const MOST_ROUTES = 200;

/** A function on the way back from a place: what it calls next, and what has to hold for that. */
interface Visit {
  readonly fn: FunctionId;
  /** The test on one of its parameters that the call on the way stands behind. */
  readonly guard: ParamGuard | undefined;
  readonly onward?: { readonly edge: Edge; readonly visit: Visit };
}

/** A handler that gets to a place, and where the search met it; without: by a way that is only possible. */
export interface Reaching {
  readonly root: ActiveRoot;
  readonly visit?: Visit;
}

/**
 * The handlers that get to a place, by a breadth-first search backwards over the edges that run each
 * time; `own`, the one its finding tells of, is always among them. One entry per registration.
 */
export function handlersReaching(
  solution: Solution,
  place: Place,
  own: ActiveRoot,
  contexts: readonly HandlerContext[],
): readonly Reaching[] {
  const found: Reaching[] = [];
  const told = new Set<FunctionId>();
  for (const visit of visits(solution, place, contexts)) {
    if (told.has(visit.fn)) continue;
    told.add(visit.fn);
    for (const root of solution.registrations(visit.fn, contexts)) found.push({ root, visit });
  }
  const isOwnFound = found.some(({ root }) => isSameRegistration(root, own));
  return isOwnFound ? found : [...found, { root: own }];
}

function* visits(solution: Solution, place: Place, contexts: readonly HandlerContext[]): Generator<Visit> {
  const { graph } = solution;
  const reach = solution.reach(contexts);
  const seen = new Set<string | FunctionId>();
  const queue: Visit[] = [];
  const add = (visit: Visit): void => {
    const { fn, guard } = visit;
    const key = guard ? `${fn} ${guard.param} ${guard.property ?? ''} ${guard.truthy}` : fn;
    if (seen.has(key)) return;
    seen.add(key);
    queue.push(visit);
  };
  add({ fn: place.fn, guard: place.guards?.param });
  for (const visit of queue) {
    yield visit;
    if (reach.isSaidOtherwise(visit.fn)) continue;
    for (const edge of graph.incoming[visit.fn] ?? []) {
      const guards = graph.guards(edge);
      if (edge.once || edge.kind === 'load') continue;
      if (guards?.memoised || guards?.exits || guards?.main || guards?.offMainThread) continue;
      if (edge.tier === 'D' && edge.candidates !== 1) continue;
      if (visit.guard && reach.outcome(edge, visit.guard) === 'n') continue;
      add({ fn: edge.from, guard: guards?.param, onward: { edge, visit } });
    }
  }
}

function isSameRegistration(a: ActiveRoot, b: ActiveRoot): boolean {
  return a.fn === b.fn && a.registrar === b.registrar && a.call === b.call && a.context === b.context;
}

/** A route without the sentences about it, and with the function that its handler's call runs. */
export interface WordlessRoute extends Omit<HandlerRoute, 'message' | 'lead'> {
  readonly callee: string;
}

/**
 * From each handler that gets to a place, the shortest route: shortest first, then by place. The
 * finding's own is told as the finding tells it.
 */
export function handlerRoutes(
  solution: Solution,
  place: Place,
  reached: Reached,
  contexts: readonly HandlerContext[],
): readonly WordlessRoute[] {
  const own = reached.state.root;
  return handlersReaching(solution, place, own, contexts)
    .map(({ root, visit }) => {
      const isOwn = isSameRegistration(root, own);
      const edges = isOwn || !visit ? edgesTo(reached.state) : edgesFrom(visit);
      const certainty = isOwn || !visit ? reached.certainty : certaintyOf(solution, root, visit, contexts);
      return { root, edges, certainty };
    })
    .sort((a, b) => a.edges.length - b.edges.length || compareRoots(solution, a.root, b.root))
    .slice(0, MOST_ROUTES)
    .map(({ root, edges, certainty }) => told(solution, place, root, edges, certainty));
}

function edgesFrom(visit: Visit): readonly Edge[] {
  const edges: Edge[] = [];
  for (let at = visit.onward; at; at = at.visit.onward) edges.push(at.edge);
  return edges;
}

/** As `Reach` says it of states: in doubt where a switch is not known, or something runs seldom. */
function certaintyOf(
  solution: Solution,
  root: ActiveRoot,
  start: Visit,
  contexts: readonly HandlerContext[],
): Certainty {
  if (root.possible || start.guard?.flag) return 'possible';
  const reach = solution.reach(contexts);
  for (let at = start.onward; at; at = at.visit.onward) {
    const { edge, visit } = at;
    const isUndecided = visit.guard?.flag === true && reach.outcome(edge, visit.guard) === 'u';
    if (isUndecided || solution.boots(edge.to) || solution.graph.guards(edge)?.development) return 'possible';
  }
  return 'certain';
}

function told(
  solution: Solution,
  place: Place,
  root: ActiveRoot,
  edges: readonly Edge[],
  certainty: Certainty,
): WordlessRoute {
  const { program } = solution;
  const { name, head } = program.fact(root.fn);
  const [first] = edges;
  const specifier =
    first?.load === undefined ? undefined : program.facts[program.file(first.from)]!.imports[first.load];
  return {
    name,
    ...eventOf(root),
    context: root.context as HandlerContext,
    file: program.paths[program.file(root.fn)]!,
    span: head,
    certainty,
    route: [handlerStep(solution, root), ...edges.map(edge => edgeStep(solution, edge)), lastStep(solution, place)],
    callee: specifier?.specifier ?? (first ? program.fact(first.to).name : ''),
  };
}

/** By file and position of the handler, then by the place of its registration. */
function compareRoots({ program }: Solution, a: ActiveRoot, b: ActiveRoot): number {
  const [first, second] = [a, b].map(root => program.paths[program.file(root.fn)]!) as [string, string];
  if (first !== second) return first < second ? -1 : 1;
  const place = program.fact(a.fn).head[0] - program.fact(b.fn).head[0];
  return place !== 0 ? place : (a.registrar ?? -1) - (b.registrar ?? -1) || (a.call ?? -1) - (b.call ?? -1);
}
