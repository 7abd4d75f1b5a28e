import type { ClassRef } from '../link/hierarchy.js';
import type { FunctionId } from '../link/program.js';
import type { HandlerContext } from '../model.js';
import { bit, type ActiveRoot } from '../solve/contexts.js';
import type { Solution } from '../solve/solution.js';
import type { Lifetime } from './lifetime.js';

/** Functions that are gone back over before the search is given up. */
const MAX_VISITS = 400;

/** What is asked: whether `fn` runs again, counting handlers of these contexts. */
export interface Repeated {
  readonly fn: FunctionId;
  readonly contexts: readonly HandlerContext[];
  /** Handlers that do not count, such as the callback of the timer that is asked about. */
  readonly except?: ReadonlySet<FunctionId>;
}

/**
 * Whether code of a function runs again and again while something of that lifetime lives.
 * @returns the handler because of which, or undefined
 */
export function repeatsDuring(solution: Solution, asked: Repeated, lifetime: Lifetime): ActiveRoot | undefined {
  if ('maker' in lifetime && lifetime.maker !== undefined && runsIn(solution, asked.fn, lifetime.maker))
    return repeatsDuring(solution, asked, { of: 'run', fn: lifetime.maker });
  switch (lifetime.of) {
    case 'process':
      return repeatsInProcess(solution, asked);
    case 'instance':
      return repeatsOnInstance(solution, asked, lifetime.class);
    case 'run':
    case 'given': {
      const own = handlersBefore(solution, asked, root => isInside(solution, root.fn, lifetime.fn), lifetime.fn);
      if (own || lifetime.of === 'given' || asked.fn === lifetime.fn) return own;
      // What is made at start-up and used by handlers elsewhere lives as long as they do.
      const isElsewhere = !isInside(solution, asked.fn, lifetime.fn) && isStartUp(solution, lifetime.fn);
      return isElsewhere ? repeatsInProcess(solution, asked) : undefined;
    }
  }
}

function repeatsInProcess(solution: Solution, asked: Repeated): ActiveRoot | undefined {
  if (!isReached(solution, asked) && !isLibraryCode(solution, asked.fn)) return undefined;
  return handlersBefore(solution, asked, () => true);
}

const STARTS = bit('startup') | bit('cli') | bit('test');

/** Whether a function runs at start-up alone: once. */
function isStartUp({ contexts }: Solution, fn: FunctionId): boolean {
  const mask = contexts.masks[fn]!;
  return mask !== 0 && (mask & ~STARTS) === 0;
}

/** Whether a function is part of another, or called by it. */
function runsIn(solution: Solution, fn: FunctionId, maker: FunctionId): boolean {
  return fn === maker || isInside(solution, fn, maker) || solution.graph.reachable([maker]).has(fn);
}

/** By the rules of reachability: guards, tests, start-up. */
function isReached(solution: Solution, { fn, contexts }: Repeated): boolean {
  return solution.reach(contexts).reached(fn, undefined)?.certainty === 'certain';
}

/** The nearest wanted handler that gets to a function; functions beyond `end` are not looked at. */
function handlersBefore(
  solution: Solution,
  { fn, contexts, except }: Repeated,
  wanted: (root: ActiveRoot) => boolean,
  end?: FunctionId,
): ActiveRoot | undefined {
  const seen = new Set([fn]);
  for (const at of seen) {
    if (seen.size > MAX_VISITS) return undefined;
    if (at === end || except?.has(at)) continue;
    const root = solution.contexts
      .rootsOf(at)
      .find(one => (contexts as readonly string[]).includes(one.context) && counts(solution, one) && wanted(one));
    if (root) return root;
    for (const { from, kind, once } of solution.graph.incoming[at] ?? []) if (kind !== 'load' && !once) seen.add(from);
  }
  return undefined;
}

/** A handler, or what becomes one for those who use this library: here only its tests register it. */
function counts(solution: Solution, root: ActiveRoot): boolean {
  return root.handler || (root.registrar !== undefined && isLibraryCode(solution, root.registrar));
}

/** Whether tests alone run a function that is no part of them: its users are not in sight. */
export function isLibraryCode({ contexts, program }: Solution, fn: FunctionId): boolean {
  const module = contexts.modules.get(program.id(program.file(fn), 0))?.context;
  return (contexts.masks[fn]! & ~(bit('test') | bit('unknown-export'))) === 0 && module !== 'test' && module !== 'cli';
}

function isInside({ program }: Solution, fn: FunctionId, frame: FunctionId): boolean {
  const home = program.file(frame);
  return (
    fn !== frame &&
    program.file(fn) === home &&
    program.isWithin(home, program.local(fn), new Set([program.local(frame)]))
  );
}

/**
 * A handler that runs a method of an instance that outlives the handler. A handler that is written in
 * the class belongs to the instance; others may have made it for themselves. What runs with the
 * constructor alone runs once per instance.
 */
function repeatsOnInstance(solution: Solution, asked: Repeated, owner: ClassRef): ActiveRoot | undefined {
  if (runsWithConstruction(solution, asked.fn)) return undefined;
  const own = handlersBefore(solution, asked, root => isMember(solution, root.fn, owner));
  if (own) return own;
  const shared = isReached(solution, asked) && !isMadeByHandlers(solution, owner, asked.contexts);
  return shared ? handlersBefore(solution, asked, () => true) : undefined;
}

/** Whether a function is written in a class, or in one of its family. */
function isMember({ program, linked }: Solution, fn: FunctionId, owner: ClassRef): boolean {
  const file = program.file(fn);
  for (let at = program.local(fn); at > 0; at = program.facts[file]!.functions[at]!.parent) {
    const { class: index } = program.facts[file]!.functions[at]!;
    if (index === undefined) continue;
    const { hierarchy } = linked.evaluator;
    return [...hierarchy.lineage(owner), ...hierarchy.family(owner)].some(c => c.file === file && c.index === index);
  }
  return false;
}

/** Whether handlers make instances of a class: then those do not outlive what they were made for. */
function isMadeByHandlers(solution: Solution, owner: ClassRef, contexts: readonly HandlerContext[]): boolean {
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
