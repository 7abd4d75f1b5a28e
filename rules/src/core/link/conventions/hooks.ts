import type { HookRow } from '../../catalog/schema.js';
import type { Evaluation } from '../evaluation.js';
import type { ConventionRoots } from './convention-roots.js';
import { ownMethods } from './own-methods.js';

/** Methods that a library calls on classes that extend or implement one of its own. */
export function findHooks(found: ConventionRoots, file: number): void {
  const { program, hierarchy } = found.evaluation;
  for (const [index, fact] of program.facts[file]!.classes.entries()) {
    if (fact.kind !== 'class') continue;
    for (const base of new Set(hierarchy.externals({ file, index }))) {
      const reason = (method: string): string =>
        `\`${fact.name}\` is a \`${base}\`, whose \`${method}\` the library calls`;
      for (const { context, methods } of rowsFor(found.evaluation, base)) {
        for (const method of methods) {
          for (const id of ownMethods(program, file, index, method)) {
            found.add(id, context, `${fact.name}.${method}`, reason(method));
          }
        }
      }
    }
  }
}

/** Rows about a base class, by its path or by its bare type name. */
function rowsFor({ catalog }: Evaluation, base: string): readonly HookRow[] {
  return catalog.hooks.get(base) ?? catalog.hooks.get(base.slice(base.lastIndexOf(':') + 1)) ?? [];
}
