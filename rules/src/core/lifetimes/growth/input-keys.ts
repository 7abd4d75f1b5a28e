import { MAKES_NAMES } from '../../catalog/containers.js';
import type { FunctionId } from '../../link/program.js';
import type { RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';
import { lastName } from '../trace.js';

const MAX_DEPTH = 16;

/**
 * Whether a key comes from outside: from what a handler or a function without callers is given, or from
 * a text that is made in a function which gets some of that; or is made anew each time.
 */
export function isFromInput(solution: Solution, fn: FunctionId, ref: RefId): boolean {
  const { program } = solution;
  const seen = new Set<string>();
  const fromParam = (of: FunctionId, index: number, depth: number): boolean => {
    const calls = (solution.graph.incoming[of] ?? []).filter(({ kind, call }) => kind === 'call' && call >= 0);
    if (calls.length === 0 || solution.contexts.rootsOf(of).length > 0) return true;
    return calls.some(({ from: caller, call }) => {
      const arg = program.call(program.file(caller), call).args[index];
      return arg !== undefined && fromValue(caller, arg, depth + 1);
    });
  };
  /** A text put together from several, whose parts are not in the facts, may hold what its function is given. */
  const fromValue = (of: FunctionId, value: RefId, depth: number): boolean => {
    if (value !== 0) return from(program.file(of), value, depth);
    const id = `params ${of}`;
    if (depth > MAX_DEPTH || seen.has(id)) return false;
    seen.add(id);
    return program.fact(of).params.some((_, index) => fromParam(of, index, depth + 1));
  };
  const from = (file: number, at: RefId, depth: number): boolean => {
    const id = `${file} ${at}`;
    if (depth > MAX_DEPTH || seen.has(id)) return false;
    seen.add(id);
    const facts = program.facts[file]!;
    const [kind, first, second] = facts.refs[at]!;
    switch (kind) {
      case 'param':
        return fromParam(program.id(file, first as number), second as number, depth);
      case 'member':
      case 'element':
        return from(file, first as RefId, depth + 1);
      case 'var':
        return facts.variables[first as number]!.values.some(value => from(file, value, depth + 1));
      case 'either':
        return facts.refs[at]!.slice(1).some(part => from(file, part as RefId, depth + 1));
      case 'object': {
        const { members, spreads = [], unknown = [] } = facts.objects[first as number]!;
        return (
          unknown.length > 0 || [...spreads, ...Object.values(members).flat()].some(part => from(file, part, depth + 1))
        );
      }
      case 'new':
      case 'call': {
        const { callee, args } = facts.calls[second as number]!;
        const [calleeKind, base] = facts.refs[callee]!;
        return (
          MAKES_NAMES.has(lastName(facts, callee)) ||
          args.some(arg => from(file, arg, depth + 1)) ||
          (calleeKind === 'member' && from(file, base as RefId, depth + 1))
        );
      }
      default:
        return false;
    }
  };
  return fromValue(fn, ref, 0);
}
