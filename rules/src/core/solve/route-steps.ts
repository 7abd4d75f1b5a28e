import type { Edge } from '../link/edges.js';
import type { RouteStep } from '../model.js';
import { mention } from '../words.js';
import type { ActiveRoot } from './contexts.js';
import { tokenOf, type Place } from './place.js';
import type { State } from './reach.js';
import type { Solution } from './solution.js';

/** What fires a handler, as the messages say it. */
export function eventOf(root: ActiveRoot): { event: string; kind: 'fires' | 'runs' | 'renders' } {
  return {
    event: root.event === '' ? root.context : root.event,
    kind: root.context === 'render' ? 'renders' : root.registrar === undefined ? 'runs' : 'fires',
  };
}

/** The edges on the way to a state, the handler's own first. */
export function edgesTo(state: State): readonly Edge[] {
  const edges: Edge[] = [];
  for (let at: State | undefined = state; at?.via; at = at.before) edges.unshift(at.via);
  return edges;
}

/** First step of a route: the handler. */
export function handlerStep({ program }: Solution, root: ActiveRoot): RouteStep {
  const { head, name } = program.fact(root.fn);
  const who = name === '' || name === root.event ? 'handler' : `handler ${mention(name)}`;
  const of = root.event === '' ? '' : ` of ${mention(root.event)}`;
  return { file: program.paths[program.file(root.fn)]!, span: head, message: `${who}${of}` };
}

/** A step in the middle: what a function calls, loads or runs. */
export function edgeStep({ program }: Solution, edge: Edge): RouteStep {
  const file = program.file(edge.from);
  const facts = program.facts[file]!;
  const { name, kind, span } = program.fact(edge.to);
  const to = name === '' ? 'the function' : mention(name);
  const path = program.paths[file]!;
  if (edge.load !== undefined) {
    const load = facts.imports[edge.load]!;
    return { file: path, span: load.token, message: `loads ${mention(load.specifier)}` };
  }
  const at = edge.call < 0 ? program.fact(edge.from).head : facts.calls[edge.call]!.token;
  if (edge.kind === 'call')
    return { file: path, span: at, message: kind === 'field' ? `initialises ${to}` : `calls ${to}` };
  const handed = name === '' ? 'a function' : mention(name);
  const where = edge.via === undefined || edge.via === '' ? '' : ` through ${mention(edge.via)}`;
  return { file: path, span: edge.call < 0 ? span : at, message: `runs ${handed}${where}` };
}

/** Last step of a route: what happens there. */
export function lastStep({ program }: Solution, place: Place): RouteStep {
  return { file: program.paths[program.file(place.fn)]!, span: tokenOf(program, place), message: place.step };
}
