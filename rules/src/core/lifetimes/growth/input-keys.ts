import { paramKey } from '../../link/flows.js';
import type { FunctionId } from '../../link/program.js';
import type { RefId } from '../../model.js';
import type { Solution } from '../../solve/solution.js';

const MAX_DEPTH = 8;

/**
 * Whether a key comes from outside: from what a handler or a function without callers is given, or from
 * a text that is made in a function which gets some of that.
 */
export function isFromInput(solution: Solution, fn: FunctionId, ref: RefId): boolean {
  const { program } = solution;
  const seen = new Set<string>();
  const fromParam = (of: FunctionId, index: number, depth: number): boolean => {
    const flows = solution.linked.linking.args.get(paramKey(of, index)) ?? [];
    const isCalled = (solution.graph.incoming[of] ?? []).some(({ kind }) => kind === 'call');
    if (flows.length === 0 || !isCalled || solution.contexts.rootsOf(of).length > 0) return true;
    return flows.some(({ file, ref: arg }) => from(file, arg, depth + 1));
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
      case 'new':
      case 'call': {
        const { callee, args } = facts.calls[second as number]!;
        const [calleeKind, base] = facts.refs[callee]!;
        return (
          args.some(arg => from(file, arg, depth + 1)) ||
          (calleeKind === 'member' && from(file, base as RefId, depth + 1))
        );
      }
      default:
        return false;
    }
  };
  const file = program.file(fn);
  if (ref !== 0) return from(file, ref, 0);
  // A text put together from several: whose parts are not in the facts.
  return program.fact(fn).params.some((_, index) => fromParam(fn, index, 0));
}
