import type { Edge, Root } from '../link/edges.js';
import type { Program } from '../link/program.js';
import type { FileFacts, RefId } from '../model.js';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** How far into variables and objects arguments are compared. */
const MAX_DEPTH = 4;

/**
 * Puts former edges in the place of new ones that say the same, and gives the former ones that are
 * left over. What hangs on an edge that is kept need not be looked at again.
 * @param before - the facts that the former edges speak of
 */
export function keepEdges(
  program: Program,
  file: number,
  before: FileFacts,
  former: readonly Edge[],
  now: Edge[],
): Edge[] {
  const known = new Map<string, Mutable<Edge>[]>();
  for (const edge of [...former].reverse()) {
    const key = edgeKey(program, before, edge);
    const same = known.get(key);
    if (same) same.push(edge);
    else known.set(key, [edge]);
  }
  const facts = program.facts[file]!;
  for (const [i, edge] of now.entries()) {
    const kept = known.get(edgeKey(program, facts, edge))?.pop();
    if (!kept) continue;
    kept.call = edge.call;
    if (edge.load !== undefined) kept.load = edge.load;
    now[i] = kept;
  }
  return [...known.values()].flat();
}

function edgeKey(program: Program, facts: FileFacts, edge: Edge): string {
  const { from, to, kind, tier, call, load, candidates, once, context, via } = edge;
  const parts: unknown[] = [from, to, kind, tier, candidates, once, context, via];
  if (load !== undefined) parts.push(facts.imports[load]!.specifier, JSON.stringify(facts.imports[load]!.guards));
  if (call >= 0) {
    const { guards, args, spread } = facts.calls[call]!;
    parts.push(guards && JSON.stringify(guards));
    const decides = program.callsOf(to).some(other => other.guards?.param);
    if (decides) parts.push(spread, ...args.map(ref => described(facts, ref)));
  } else parts.push('-');
  return parts.join('\u0001');
}

/** What tells two registrations apart, besides where they stand. */
export function rootKey(
  facts: FileFacts,
  { fn, context, tier, event, reason, registrar, call, api, possible }: Root,
): string {
  const guards = call === undefined ? undefined : facts.calls[call]?.guards;
  return [fn, context, tier, event, reason, registrar, api, possible, guards && JSON.stringify(guards)].join('\u0001');
}

/** What a search from handlers reads of each function of a file, as text. */
export function decisive(facts: FileFacts): string[] {
  const guards: string[] = facts.functions.map(() => '');
  for (const call of facts.calls)
    if (call.guards?.param) guards[call.fn] = `${guards[call.fn]!}${JSON.stringify(call.guards.param)}`;
  return facts.functions.map(({ kind, tags, params, span }, fn) => {
    const said = tags ? JSON.stringify(tags) : '';
    if (guards[fn] === '') return `${kind} ${said} ${span[1] === 0}`;
    const initial = params.map(param => (param.initial === undefined ? '' : described(facts, param.initial)));
    return `${kind} ${said} ${initial.join()} ${guards[fn]}`;
  });
}

/** A literal, and whatever leads to literals, as text. */
function described(facts: FileFacts, ref: RefId, depth = 0): string {
  const [kind, a] = facts.refs[ref]!;
  if (kind === 'literal') return `${typeof a} ${String(a)}`;
  if (depth >= MAX_DEPTH) return kind;
  if (kind === 'var')
    return facts.variables[a as number]!.values.map(value => described(facts, value, depth + 1)).join();
  if (kind !== 'object') return kind;
  const { members, spreads, unknown } = facts.objects[a as number]!;
  const all = Object.entries(members).map(([name, [first]]) => `${name}:${described(facts, first!, depth + 1)}`);
  return `{${all.join()};${spreads?.length ?? 0};${unknown?.join() ?? ''}}`;
}
