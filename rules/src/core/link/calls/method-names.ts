import { isCommonMethod } from '../../catalog/common-methods.js';
import type { FunctionId, Program } from '../program.js';

const MOST = 3;

/** Tier D: methods by their bare name, for receivers nothing is known of. */
export class MethodNames {
  private readonly byName = new Map<string, FunctionId[]>();

  constructor(program: Program) {
    for (const [file, facts] of program.facts.entries()) {
      for (const [fn, fact] of facts.functions.entries()) {
        if (fact.kind !== 'method') continue;
        const name = fact.name.slice(fact.name.lastIndexOf('.') + 1);
        const known = this.byName.get(name);
        if (known) known.push(program.id(file, fn));
        else this.byName.set(name, [program.id(file, fn)]);
      }
    }
  }

  /** At most three candidates; none for names that built-ins and libraries use as well. */
  candidates(name: string): readonly FunctionId[] {
    if (isCommonMethod(name)) return [];
    const found = this.byName.get(name) ?? [];
    return found.length <= MOST ? found : [];
  }
}
