import type { HandlerContext } from '../model.js';
import type { Route } from '../hazards/pass.js';
import type { Edge } from '../link/edges.js';
import { handlersReaching } from './handler-routes.js';
import type { Reached } from './reach.js';
import { edgeStep, edgesTo, eventOf, handlerStep, lastStep } from './route-steps.js';
import type { Place } from './place.js';
import type { Solution } from './solution.js';

/** The shortest way from a handler to a place, told for people. */
export function routeTo(
  solution: Solution,
  place: Place,
  reached: Reached,
  contexts: readonly HandlerContext[],
): Route {
  const edges = edgesTo(reached.state);
  const { program } = solution;
  const { root } = reached.state;
  const names = edges.map(edge => program.fact(edge.to).name);
  const through = names.filter((name, i) => name !== '' && name !== names[i - 1]);
  const param = reached.decidedBy && program.fact(place.fn).params[reached.decidedBy.param];
  return {
    certainty: reached.certainty,
    ...eventOf(root),
    steps: [handlerStep(solution, root), ...edges.map(edge => edgeStep(solution, edge)), lastStep(solution, place)],
    through,
    handlers: handlersReaching(solution, place, root, contexts).length,
    once: place.guards?.memoised === true || edges.some(edge => runsOnce(solution, edge)),
    ...(reached.decidedBy && { decidedBy: { ...reached.decidedBy, name: param?.name ?? '' } }),
  };
}

function runsOnce(solution: Solution, edge: Edge): boolean {
  return edge.once === true || solution.graph.guards(edge)?.memoised === true;
}
