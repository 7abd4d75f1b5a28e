import type { FunctionId } from '../link/program.js';
import type { HandlerContext } from '../model.js';
import type { Solution } from '../solve/solution.js';
import type { Lifetime } from './lifetime.js';

/** Functions that are gone back over before the search is given up. */
const MAX_VISITS = 400;

/**
 * Whether code of `fn` runs again and again while something of that lifetime lives.
 * @returns the handler because of which, or undefined
 */
export function repeatsDuring(
  solution: Solution,
  fn: FunctionId,
  lifetime: Lifetime,
  contexts: readonly HandlerContext[],
): FunctionId | undefined {
  switch (lifetime.of) {
    case 'process':
      return solution.reach(contexts).reached(fn, undefined)?.state.root.fn;
    case 'instance':
      return repeatsOnInstance(solution, fn, lifetime, contexts);
    case 'run':
    case 'given':
      return handlerWithin(solution, fn, lifetime.fn, contexts);
  }
}

/** A handler that stands inside `frame` and gets to `fn`: it fires again and again during one run of the frame. */
function handlerWithin(
  solution: Solution,
  fn: FunctionId,
  frame: FunctionId,
  contexts: readonly HandlerContext[],
): FunctionId | undefined {
  const { program, graph } = solution;
  const home = program.file(frame);
  const inside = new Set([program.local(frame)]);
  const seen = new Set([fn]);
  for (const at of seen) {
    if (seen.size > MAX_VISITS) return undefined;
    if (at === frame) continue;
    const isInside = program.file(at) === home && program.isWithin(home, program.local(at), inside);
    if (isInside && solution.registrations(at, contexts).length > 0) return at;
    for (const { from, kind, once } of graph.incoming[at] ?? []) if (kind !== 'load' && !once) seen.add(from);
  }
  return undefined;
}

/**
 * A handler that runs a method of an instance that outlives the handler. Methods that run with the
 * constructor run once per instance; instances that handlers make die with what they were made for.
 */
function repeatsOnInstance(
  solution: Solution,
  fn: FunctionId,
  { class: owner }: Extract<Lifetime, { of: 'instance' }>,
  contexts: readonly HandlerContext[],
): FunctionId | undefined {
  const reached = solution.reach(contexts).reached(fn, undefined);
  if (!reached || isMadeByHandlers(solution, owner, contexts)) return undefined;
  return runsWithConstruction(solution, fn) ? undefined : reached.state.root.fn;
}

/** Whether handlers make instances of a class: then those do not outlive what they were made for. */
export function isMadeByHandlers(
  solution: Solution,
  owner: { readonly file: number; readonly index: number },
  contexts: readonly HandlerContext[],
): boolean {
  const { program, linked } = solution;
  const reach = solution.reach(contexts);
  return linked.evaluator.hierarchy.family(owner).some(({ file, index }) => {
    const { construct } = program.facts[file]!.classes[index]!;
    if (construct !== undefined) return reach.reached(program.id(file, construct), undefined) !== undefined;
    return program.fields(file, index).some(field => reach.reached(field, undefined) !== undefined);
  });
}

/** Whether only constructors and field initialisers call a function, directly or not. */
function runsWithConstruction(solution: Solution, fn: FunctionId): boolean {
  const { program, graph } = solution;
  const seen = new Set([fn]);
  for (const at of seen) {
    const { kind } = program.fact(at);
    if (kind === 'constructor' || kind === 'field') continue;
    const callers = (graph.incoming[at] ?? []).filter(edge => edge.from !== at);
    if (callers.length === 0 || seen.size > MAX_VISITS) return false;
    for (const { from } of callers) seen.add(from);
  }
  return true;
}
