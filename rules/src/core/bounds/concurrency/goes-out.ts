import type { Edge } from '../../link/edges.js';
import type { FunctionId } from '../../link/program.js';
import { calledApi } from '../../lifetimes/call-targets.js';
import { refName } from '../../lifetimes/place-names.js';
import type { Solution } from '../../solve/solution.js';

/** Functions that are looked into before the search is given up. */
const MAX_VISITS = 100;
/** Names of what makes its callers wait for their turn. */
const LIMITS = /acquire|semaphore|mutex|limit|throttle|lock|slot|queue|schedul/i;

/** A call that goes out, as the code writes it: `fetch()`. */
export interface Outgoing {
  readonly name: string;
}

/**
 * The first call by which a function goes out of the program, itself or through functions that it calls.
 * A function written inside of it and handed to other code runs when that code sees fit: it may be a limiter.
 */
export function goesOut(solution: Solution, fn: FunctionId): Outgoing | undefined {
  const { program, graph } = solution;
  const home = program.file(fn);
  const isInside = (of: FunctionId): boolean =>
    program.file(of) === home && program.isWithin(home, program.local(of), new Set([program.local(fn)]));
  const seen = new Set([fn]);
  for (const at of seen) {
    if (seen.size > MAX_VISITS || waitsForTurn(solution, at)) return undefined;
    const call = outgoingCall(solution, at);
    if (call) return call;
    for (const edge of graph.out[at] ?? []) if (isFollowed(edge, isInside)) seen.add(edge.to);
  }
  return undefined;
}

function isFollowed({ kind, from, to, via = '', tier }: Edge, isInside: (of: FunctionId) => boolean): boolean {
  if (tier === 'D') return false;
  if (kind === 'call') return isInside(from) || !isInside(to);
  return kind === 'callback' && isInside(from) && /^(?:global:|Promise\b|then$)/.test(via);
}

function outgoingCall({ program, linked, catalog }: Solution, fn: FunctionId): Outgoing | undefined {
  const file = program.file(fn);
  const facts = program.facts[file]!;
  const found = program.callNumbers(fn).find(call => catalog.outgoing.has(calledApi(linked.files[file]!, call) ?? ''));
  return found === undefined ? undefined : { name: refName(facts, facts.calls[found]!.callee).replace('.default', '') };
}

/** `await semaphore.acquire()`, by its name. */
function waitsForTurn({ program }: Solution, fn: FunctionId): boolean {
  const facts = program.facts[program.file(fn)]!;
  return program.callNumbers(fn).some(call => {
    const { callee } = facts.calls[call]!;
    const [kind, base, name] = facts.refs[callee]!;
    const names = kind === 'member' ? `${refName(facts, base as number)} ${String(name)}` : refName(facts, callee);
    return LIMITS.test(names);
  });
}
