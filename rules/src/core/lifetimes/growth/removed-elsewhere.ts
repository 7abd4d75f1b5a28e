import { REMOVES } from '../../catalog/containers.js';
import type { Solution } from '../../solve/solution.js';
import { alternatives } from '../ref-keys.js';

/**
 * Whether another file takes keys from a container that its file exports, or gets it in a way that is
 * not understood.
 */
export function isRemovedElsewhere({ program, contexts }: Solution, file: number, key: string): boolean {
  const names = program.facts[file]!.exports.filter(({ value }) =>
    alternatives(program.facts[file]!, value).includes(key),
  ).map(({ name }) => name);
  if (names.length === 0) return true;
  return [...program.facts.keys()].some(other => {
    const facts = program.facts[other]!;
    if (other === file || contexts.modules.get(program.id(other, 0))?.context === 'test') return false;
    if (!facts.imports.some((_, module) => program.target(other, module) === file)) return false;
    const isIt = (ref: number): boolean => {
      const [kind, first, name] = facts.refs[ref]!;
      return (
        (kind === 'import' || kind === 'member') &&
        names.includes(String(kind === 'import' ? name : facts.refs[ref]![2])) &&
        (kind === 'member' || program.target(other, first as number) === file)
      );
    };
    const isCalled = facts.calls.some(({ callee }) => {
      const [kind, base, method] = facts.refs[callee]!;
      return kind === 'member' && REMOVES.has(String(method)) && isIt(base as number);
    });
    return isCalled || facts.writes.some(({ kind, target }) => kind === 'delete' && isIt(target));
  });
}
