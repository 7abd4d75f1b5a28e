import type { HandlerContext, RouteStep } from '../model.js';
import { apiName, mention } from '../words.js';
import type { Route } from '../hazards/pass.js';
import type { ActiveRoot } from './contexts.js';
import type { Reached, State } from './reach.js';
import type { Sink, Solution } from './solution.js';

/** The shortest way from a handler to a sink, told for people. */
export function routeTo(solution: Solution, sink: Sink, reached: Reached, contexts: readonly HandlerContext[]): Route {
  const chain = chainOf(reached.state);
  const { program } = solution;
  const { root } = reached.state;
  const names = chain.slice(1).map(state => program.fact(state.fn).name);
  const through = names.filter((name, i) => name !== '' && name !== names[i - 1]);
  const param = reached.decidedBy && program.fact(sink.fn).params[reached.decidedBy.param];
  return {
    certainty: reached.certainty,
    event: root.event === '' ? root.context : root.event,
    kind: root.context === 'render' ? 'renders' : root.registrar === undefined ? 'runs' : 'fires',
    steps: [
      handlerStep(solution, root),
      ...chain.slice(1).map(state => edgeStep(solution, state)),
      sinkStep(solution, sink),
    ],
    through,
    handlers: countHandlers(solution, sink, contexts),
    once: sink.guards?.memoised === true || chain.some(state => state.via && runsOnce(solution, state)),
    ...(reached.decidedBy && { decidedBy: { ...reached.decidedBy, name: param?.name ?? '' } }),
  };
}

function runsOnce(solution: Solution, state: State): boolean {
  return state.via!.once === true || solution.graph.guards(state.via!)?.memoised === true;
}

function chainOf(state: State): readonly State[] {
  const chain: State[] = [];
  for (let at: State | undefined = state; at; at = at.before) chain.unshift(at);
  return chain;
}

/** First step of a route: the handler. */
function handlerStep({ program }: Solution, root: ActiveRoot): RouteStep {
  const { head, name } = program.fact(root.fn);
  const who = name === '' || name === root.event ? 'handler' : `handler ${mention(name)}`;
  const of = root.event === '' ? '' : ` of ${mention(root.event)}`;
  return { file: program.paths[program.file(root.fn)]!, span: head, message: `${who}${of}` };
}

function edgeStep({ program }: Solution, state: State): RouteStep {
  const edge = state.via!;
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

export function sinkStep({ program }: Solution, sink: Sink): RouteStep {
  const file = program.file(sink.fn);
  return {
    file: program.paths[file]!,
    span: program.call(file, sink.call).token,
    message: `calls ${mention(apiName(sink.path))}`,
  };
}

/** How many handlers get to a sink over certain edges. */
function countHandlers(solution: Solution, sink: Sink, contexts: readonly HandlerContext[]): number {
  const seen = new Set([sink.fn]);
  let count = 0;
  for (const fn of seen) {
    count += solution.registrations(fn, contexts);
    for (const edge of solution.graph.incoming[fn] ?? []) {
      const guards = solution.graph.guards(edge);
      if (edge.once || guards?.memoised || guards?.exits || guards?.main || guards?.offMainThread) continue;
      if (edge.tier === 'D' && edge.candidates !== 1) continue;
      seen.add(edge.from);
    }
  }
  return Math.max(1, count);
}
