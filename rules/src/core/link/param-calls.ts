import type { FileFacts } from '../model.js';

/** For each function of a file, which of its parameters are called, and inside which functions. */
export type ParamCalls = ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<number>>>;

/** Reads off the calls whose callee is a parameter: `done()`, `fn.call(this)`, `await work()`. */
export function paramCalls(facts: FileFacts): ParamCalls {
  const found = new Map<number, Map<number, Set<number>>>();
  for (const call of facts.calls) {
    const param = paramOf(facts, call.callee);
    if (!param) continue;
    const byIndex = found.get(param.fn) ?? new Map<number, Set<number>>();
    found.set(param.fn, byIndex);
    const callers = byIndex.get(param.index) ?? new Set<number>();
    byIndex.set(param.index, callers);
    callers.add(call.fn);
  }
  return found;
}

/** The parameter a callee ref stands for; `.call`, `.apply` and `const work = param` are looked through. */
export function paramOf(facts: FileFacts, ref: number): { readonly fn: number; readonly index: number } | undefined {
  const [kind, a, b] = facts.refs[ref]!;
  if (kind === 'param') return { fn: a as number, index: b as number };
  if (kind === 'member' && (b === 'call' || b === 'apply')) return paramOf(facts, a as number);
  if (kind === 'var') {
    const { values } = facts.variables[a as number]!;
    return values.length === 1 && facts.refs[values[0]!]![0] === 'param' ? paramOf(facts, values[0]!) : undefined;
  }
  return undefined;
}
