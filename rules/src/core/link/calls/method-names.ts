import { isCommonMethod } from '../../catalog/common-methods.js';
import type { FunctionFact } from '../../model.js';
import type { Steps } from '../../steps.js';
import type { FunctionId, Program } from '../program.js';

const MOST = 3;
/** Files whose names are read in one step. */
const FILES_PER_STEP = 512;
const NOBODY: ReadonlySet<number> = new Set();

/** Tier D: methods by their bare name, for receivers nothing is known of. */
export class MethodNames {
  private readonly byName = new Map<string, FunctionId[]>();
  /** Files that asked for a name. */
  private readonly askedBy = new Map<string, Set<number>>();

  private constructor(private readonly program: Program) {}

  static *create(program: Program): Steps<MethodNames> {
    const names = new MethodNames(program);
    for (const file of program.facts.keys()) {
      names.add(file);
      if (file % FILES_PER_STEP === 0) yield;
    }
    return names;
  }

  private add(file: number): void {
    for (const [fn, fact] of this.program.facts[file]!.functions.entries()) {
      const name = bareName(fact);
      if (name === undefined) continue;
      const known = this.byName.get(name);
      if (known) known.push(this.program.id(file, fn));
      else this.byName.set(name, [this.program.id(file, fn)]);
    }
  }

  /** Reads the names of a file whose facts were replaced; gives those that mean something else now. */
  update(file: number, before: readonly FunctionFact[]): ReadonlySet<string> {
    const changed = new Set<string>();
    const { functions } = this.program.facts[file]!;
    for (let fn = 0; fn < Math.max(functions.length, before.length); fn++) {
      const [old, fresh] = [bareName(before[fn]), bareName(functions[fn])];
      if (old === fresh) continue;
      const id = this.program.id(file, fn);
      if (old !== undefined) {
        changed.add(old);
        this.byName.set(
          old,
          (this.byName.get(old) ?? []).filter(other => other !== id),
        );
      }
      if (fresh !== undefined) {
        changed.add(fresh);
        this.byName.set(
          fresh,
          [...(this.byName.get(fresh) ?? []), id].sort((a, b) => a - b),
        );
      }
    }
    return changed;
  }

  /** At most three candidates; none for names that built-ins and libraries use as well. */
  candidates(name: string, asking: number): readonly FunctionId[] {
    if (isCommonMethod(name)) return [];
    let files = this.askedBy.get(name);
    if (!files) this.askedBy.set(name, (files = new Set()));
    files.add(asking);
    const found = this.byName.get(name) ?? [];
    return found.length <= MOST ? found : [];
  }

  /** Files that have asked for a name. */
  asking(name: string): ReadonlySet<number> {
    return this.askedBy.get(name) ?? NOBODY;
  }
}

function bareName(fact: FunctionFact | undefined): string | undefined {
  if (fact?.kind !== 'method' || fact.span[1] === 0) return undefined;
  return fact.name.slice(fact.name.lastIndexOf('.') + 1);
}
